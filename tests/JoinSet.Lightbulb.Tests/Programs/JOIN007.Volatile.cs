internal static class Watch
{
    public static async Task RunAsync()
    {
        bool stop = false;
        await using var set = new JoinSet();
        set.Spawn(async token =>
        {
            await Task.Delay(10, token);
            stop = true; // JOIN007
        });

        while (!stop)
        {
            await Task.Yield();
        }

        await set.JoinAllAsync();
    }
}
