namespace JoinSets.Pitfalls;

// The second turn uses the set that the first one disposed of; the sum is awaited after its set is gone. There is no fix: reorder by hand.
internal static class UseAfterDispose
{
    public static async Task RunAsync()
    {
        var set = new JoinSet<int>();
        for (int turn = 0; turn < 2; turn++)
        {
            set.Spawn(_ => Task.FromResult(1)); // JOIN017
            Console.WriteLine((await set.JoinAllAsync()).Length); // JOIN017
            set.Dispose();
        }

        Console.WriteLine((await SumAsync()).Length);
    }

    private static Task<int[]> SumAsync()
    {
        using var set = new JoinSet<int>();
        set.Spawn(_ => Task.FromResult(1));
        return set.JoinAllAsync(); // JOIN017
    }
}
