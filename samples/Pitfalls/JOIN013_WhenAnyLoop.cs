namespace JoinSets.Pitfalls;

// Each turn asks all tasks that are left: a thousand of them are asked half a million times.
// Put right, it prints: 2 to go
// Put right, it prints: 1 to go
// Put right, it prints: 0 to go
internal static class WhenAnyLoop
{
    public static async Task RunAsync()
    {
        int[] delays = [30, 20, 10];
        var downloads = delays.Select(delay => DownloadAsync(delay)).ToList();

        while (downloads.Count > 0)
        {
            Task<string> finished = await Task.WhenAny(downloads); // JOIN013
            downloads.Remove(finished);
            string page = await finished;
            Console.WriteLine(page.Length == 0 ? "nothing" : $"{downloads.Count} to go");
        }
    }

    private static async Task<string> DownloadAsync(int delay)
    {
        await Task.Delay(delay);
        return "hello";
    }
}
