namespace JoinSets.Samples.Consequences;

// The block ends while the task still waits, and the task finds its client closed.
internal static class CaptureOutlivedByTask
{
    public static async Task RunAsync()
    {
        var blockHasEnded = new TaskCompletionSource();
        await using var set = new JoinSet<string>();
        using (var http = new HttpClient())
        {
            set.Spawn(async token =>
            {
                await blockHasEnded.Task.WaitAsync(token);
                return await http.GetStringAsync("http://localhost/", token); // JOIN008
            });
        }

        blockHasEnded.SetResult();
        await foreach (var page in set)
        {
            Console.WriteLine(page.Error is { } error ? $"the task failed: {error.Exception.GetType().Name}" : page.Value);
        }
    }
}
