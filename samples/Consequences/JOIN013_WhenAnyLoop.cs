namespace JoinSets.Samples.Consequences;

// Each turn gives Task.WhenAny all tasks that are left, and it hooks itself onto every one of them.
internal static class WhenAnyLoop
{
    public static async Task RunAsync()
    {
        var downloads = Enumerable.Range(0, 1000).Select(number => DownloadAsync(number)).ToList();

        int turns = 0;
        int asked = 0;
        while (downloads.Count > 0)
        {
            turns++;
            asked += downloads.Count;
            Task<string> finished = await Task.WhenAny(downloads); // JOIN013
            downloads.Remove(finished);
            await finished;
        }

        Console.WriteLine($"{turns} tasks were asked {asked} times whether they have finished");
    }

    private static async Task<string> DownloadAsync(int number)
    {
        await Task.Delay(number % 10);
        return "a page";
    }
}
