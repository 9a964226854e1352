namespace JoinSets.Pitfalls;

// The wire is cut while the message is still on it.
// Put right, it prints: hello
internal static class CaptureOutlivedByTask
{
    public static async Task RunAsync()
    {
        await using var set = new JoinSet<string>();
        using (var wire = new Wire())
        {
            set.Spawn(token => wire.SendAsync("hello", token)); // JOIN008
        }

        await foreach (var message in set)
        {
            Console.WriteLine(message.Value);
        }
    }

    private sealed class Wire : IDisposable
    {
        private volatile bool _isCut;

        public async Task<string> SendAsync(string message, CancellationToken token)
        {
            await Task.Delay(20, token);
            ObjectDisposedException.ThrowIf(_isCut, this);
            return message;
        }

        public void Dispose() => _isCut = true;
    }
}
