internal static class Dice
{
    public static async Task<int> SumAsync()
    {
        var random = new Random();
        await using var set = new JoinSet<int>();
        for (int i = 0; i < 10; i++)
        {
            set.Spawn(_ => Task.FromResult(random.Next(1, 7))); // JOIN004
        }

        return (await set.JoinAllAsync()).Sum();
    }
}
