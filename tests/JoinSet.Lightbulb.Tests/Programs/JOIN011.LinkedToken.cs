internal static class Outer
{
    public static async Task RunAsync(CancellationToken outer)
    {
        await using var set = new JoinSet<int>();
        set.Spawn(async token =>
        {
            await Task.Delay(1, outer); // JOIN011
            return 1;
        });

        await set.JoinAllAsync(outer);
    }
}
