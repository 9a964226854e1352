namespace JoinSets.Pitfalls;

// The abort cancels a token that nobody listens to, and the shutdown waits for ever.
// Put right, it prints: the quick answer
internal static class UnreachableByAbort
{
    public static async Task RunAsync()
    {
        await using var set = new JoinSet<string>();
        set.Spawn(async token => // JOIN011
        {
            await Task.Delay(Timeout.Infinite);
            return "the slow answer";
        });
        set.Spawn(_ => Task.FromResult("the quick answer"));

        if (await set.JoinNextAsync() is { } first)
        {
            Console.WriteLine(first.Value);
        }

        await set.ShutdownAsync();
    }
}
