namespace JoinSets.Pitfalls;

// Each task keeps a thread of the pool to itself and does nothing with it.
// Put right, it prints: 64
internal static class BlockingCall
{
    public static async Task RunAsync()
    {
        await using var set = new JoinSet<int>();
        for (int i = 0; i < 64; i++)
        {
            set.Spawn(token =>
            {
                Thread.Sleep(20); // JOIN010
                return Task.FromResult(1);
            });
        }

        int[] ones = await set.JoinAllAsync();
        Console.WriteLine(ones.Sum());
    }
}
