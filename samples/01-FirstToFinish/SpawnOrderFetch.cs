namespace JoinSets.Samples.FirstToFinish;

/// <summary>What people write without a JoinSet: everything is started at once too, but awaited in the order of starting.</summary>
internal static class SpawnOrderFetch
{
    public static async Task<Timeline> RunAsync(FetchJob job)
    {
        Console.WriteLine("Once more, awaiting in order ...");
        using var fetcher = new PageFetcher(job.Timeout);
        int cancelled = 0;
        var timeline = new Timeline();

        Task<Page>[] fetches = [.. job.Urls.Select(url => fetcher.FetchAsync(url, job.Interrupt))];
        foreach (Task<Page> fetch in fetches)
        {
            try
            {
                await fetch;
            }
            catch (OperationCanceledException late) when (late.CancellationToken == job.Interrupt)
            {
                cancelled++;
            }
            catch (Exception)
            {
                // A failure or a timeout: the first pass has reported it, here only its time counts.
            }

            timeline.Mark();
        }

        if (job.Interrupt.IsCancellationRequested)
            Console.WriteLine($"Interrupted: {cancelled} of {fetches.Length} were cancelled.");
        return timeline;
    }
}
