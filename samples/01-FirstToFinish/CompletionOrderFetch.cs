namespace JoinSets.Samples.FirstToFinish;

/// <summary>The sample's one idea: spawn everything, then handle each result the moment it arrives.</summary>
internal static class CompletionOrderFetch
{
    public static async Task<Timeline> RunAsync(FetchJob job, ProgressLines lines)
    {
        using var fetcher = new PageFetcher(job.Timeout);
        var report = new FetchReport(job.Urls.Count, lines);
        var timeline = new Timeline();

        // Ctrl+C aborts all that is in the set. The loop still takes every result, and so can say what was cancelled.
        await using var set = new JoinSet<Page>(job.Interrupt);
        foreach (Uri url in job.Urls)
            set.Spawn(fetcher.FetchAsync, url, name: url.AbsoluteUri);

        await foreach (JoinResult<Page> result in set)
            report.Add(Outcome.Of(result), result.Name, timeline.Mark());

        report.PrintTotals(job.Interrupt.IsCancellationRequested ? "Interrupted: " : "");
        return timeline;
    }
}
