namespace JoinSets.Pitfalls;

// Two tasks read the same old total, and one of the two additions is gone.
// Put right, it prints: 500500
internal static class UnsynchronizedWrite
{
    public static async Task RunAsync()
    {
        int total = 0;
        await using var set = new JoinSet();
        foreach (int number in Enumerable.Range(1, 1000))
        {
            set.Spawn(async token =>
            {
                await Task.Delay(1, token);
                total += number; // JOIN007
            });
        }

        await set.JoinAllAsync();
        Console.WriteLine(total);
    }
}
