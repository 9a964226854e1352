namespace JoinSets.Samples.Consequences;

// Each turn takes one task out and puts one in. The line is cut in the end, or this program would not stop either.
internal static class EndlessRespawn
{
    private static int s_calls;

    public static async Task RunAsync()
    {
        try
        {
            await PollAllAsync();
            Console.WriteLine("the loop has come to its end");
        }
        catch (IOException error)
        {
            Console.WriteLine($"{s_calls} turns later an exception ended the loop: {error.Message}");
        }
    }

    private static async Task PollAllAsync()
    {
        await using var set = new JoinSet<int>();
        set.Spawn(_ => PollAsync());
        int last = 0;
        while (await set.JoinNextAsync() is { } result)
        {
            last = Math.Max(last, result.Value);
            set.Spawn(_ => PollAsync()); // JOIN003
        }
    }

    private static Task<int> PollAsync() => ++s_calls == 100_000
        ? Task.FromException<int>(new IOException("the line was cut"))
        : Task.FromResult(s_calls);
}
