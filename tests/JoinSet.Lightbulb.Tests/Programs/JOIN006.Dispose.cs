internal sealed class Mailer(Stream log) : IDisposable
{
    private readonly JoinSet _sending = new(); // JOIN006

    public void Send(string address) => _sending.Spawn(token => Task.Delay(address.Length, token));

    public void Dispose() => log.Dispose();
}
