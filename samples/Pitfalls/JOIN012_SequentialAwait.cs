namespace JoinSets.Pitfalls;

// The first page is the slowest, and all others wait for it.
// Put right, it prints: 5 characters
// Put right, it prints: 5 characters
// Put right, it prints: 5 characters
internal static class SequentialAwait
{
    public static async Task RunAsync()
    {
        int[] delays = [30, 20, 10];
        var downloads = delays.Select(delay => DownloadAsync(delay)).ToList();

        foreach (var download in downloads)
        {
            string page = await download; // JOIN012
            Console.WriteLine($"{page.Length} characters");
        }
    }

    private static async Task<string> DownloadAsync(int delay)
    {
        await Task.Delay(delay);
        return "hello";
    }
}
