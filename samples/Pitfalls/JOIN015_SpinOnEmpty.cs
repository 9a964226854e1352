namespace JoinSets.Pitfalls;

// An empty set gives null at once, and the loop asks it again, and again.
// Put right, it prints: ten are done
internal static class SpinOnEmpty
{
    public static async Task RunAsync()
    {
        await using var set = new JoinSet<int>();
        for (int i = 0; i < 10; i++)
        {
            set.Spawn(_ => Task.FromResult(1));
        }

        int sum = 0;
        while (true)
        {
            var result = await set.JoinNextAsync(); // JOIN015
            if (result is null)
            {
                continue;
            }

            sum += result.Value.Value;
            if (sum == 10)
            {
                Console.WriteLine("ten are done");
            }
        }
    }
}
