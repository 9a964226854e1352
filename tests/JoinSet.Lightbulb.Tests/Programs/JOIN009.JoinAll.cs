internal static class Waiting
{
    public static async Task RunAsync()
    {
        await using var set = new JoinSet();
        set.Spawn(token => Task.Delay(1, token));
        await foreach (var result in set) // JOIN009
        {
        }
    }
}
