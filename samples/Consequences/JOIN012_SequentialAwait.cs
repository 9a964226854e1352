namespace JoinSets.Samples.Consequences;

// The quick page is there before the slow one, and is handled after it.
internal static class SequentialAwait
{
    private static readonly TaskCompletionSource s_quickIsThere = new();

    public static async Task RunAsync()
    {
        string[] names = ["slow", "quick"];
        var downloads = names.Select(name => DownloadAsync(name)).ToList();

        foreach (var download in downloads)
        {
            string page = await download; // JOIN012
            Console.WriteLine($"the {page} page is handled");
        }
    }

    private static async Task<string> DownloadAsync(string name)
    {
        if (name == "slow")
        {
            await s_quickIsThere.Task;
        }

        Console.WriteLine($"the {name} page is there");
        s_quickIsThere.TrySetResult();
        return name;
    }
}
