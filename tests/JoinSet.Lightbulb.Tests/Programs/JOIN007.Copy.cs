internal static class Countdown
{
    public static async Task RunAsync()
    {
        await using var set = new JoinSet();
        for (int i = 0; i < 10; i++)
        {
            set.Spawn(async token =>
            {
                await Task.Delay(10, token);
                Console.WriteLine(i); // JOIN007
            });
        }

        await set.JoinAllAsync();
    }
}
