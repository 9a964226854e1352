namespace JoinSets.Pitfalls;

// Nobody can end the set: its tasks run on when the mailer is long out of use.
// Put right, it prints: one letter is on its way
internal static class UndisposedSetField
{
    public static Task RunAsync()
    {
        var mailer = new Mailer();
        mailer.Send("ada@example.org");
        Console.WriteLine("one letter is on its way");
        return Task.CompletedTask;
    }

    private sealed class Mailer
    {
        private readonly JoinSet _sending = new(); // JOIN006

        public void Send(string address)
            => _sending.Spawn(token => Task.Delay(address.Length, token));
    }
}
