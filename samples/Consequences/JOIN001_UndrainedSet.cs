namespace JoinSets.Samples.Consequences;

// One letter fails at once, the other takes its time. Nobody joins them, so nobody hears of the failure, and the other letter is aborted.
internal static class UndrainedSet
{
    private static int s_sent;

    public static async Task RunAsync()
    {
        await SendAllAsync(["nobody@example.org", "ada@example.org"]);
        Console.WriteLine($"no exception was thrown, and {s_sent} of 2 letters were sent");
    }

    private static async Task SendAllAsync(string[] addresses)
    {
        await using var set = new JoinSet(); // JOIN001
        foreach (string address in addresses)
        {
            set.Spawn(token => SendAsync(address, token));
        }
    }

    private static async Task SendAsync(string address, CancellationToken token)
    {
        if (address.StartsWith("nobody@", StringComparison.Ordinal))
        {
            throw new IOException("no such address");
        }

        await Task.Delay(TimeSpan.FromSeconds(10), token);
        Interlocked.Increment(ref s_sent);
    }
}
