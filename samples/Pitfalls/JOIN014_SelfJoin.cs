namespace JoinSets.Pitfalls;

// The third task is in the set itself, and so waits for its own end. No edit is right in general: there is no fix.
internal static class SelfJoin
{
    public static async Task RunAsync()
    {
        await using var set = new JoinSet<int>();
        set.Spawn(_ => Task.FromResult(20));
        set.Spawn(_ => Task.FromResult(22));
        set.Spawn(async _ =>
        {
            int sum = 0;
            while (await set.JoinNextAsync() is { } result) // JOIN014
            {
                sum += result.Value;
            }

            return sum;
        });

        int[] all = await set.JoinAllAsync();
        Console.WriteLine(all[^1]);
    }
}
