namespace JoinSets.Pitfalls;

// Each turn takes one task out and puts one in: the loop never ends.
// Put right, it prints: 11 turns
internal static class EndlessRespawn
{
    public static async Task RunAsync()
    {
        await using var set = new JoinSet<int>();
        set.Spawn(_ => Task.FromResult(1));
        int turns = 0;
        while (await set.JoinNextAsync() is { } result)
        {
            turns += result.Value;
            set.Spawn(_ => Task.FromResult(1)); // JOIN003
        }

        Console.WriteLine($"{turns} turns");
    }
}
