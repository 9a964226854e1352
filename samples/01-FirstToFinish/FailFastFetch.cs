using System.Diagnostics;

namespace JoinSets.Samples.FirstToFinish;

/// <summary>All or nothing: JoinAllAsync gives every page, or aborts and reaps the rest at the first failure.</summary>
internal static class FailFastFetch
{
    /// <returns>Whether every page came.</returns>
    public static async Task<bool> RunAsync(FetchJob job, ProgressLines lines)
    {
        using var fetcher = new PageFetcher(job.Timeout);
        var report = new FetchReport(job.Urls.Count, lines);
        long start = Stopwatch.GetTimestamp();
        await using var set = new JoinSet<Page>();
        foreach (Uri url in job.Urls)
            set.Spawn(FetchAndReportAsync, url);

        try
        {
            Page[] pages = await set.JoinAllAsync(job.Interrupt);
            report.PrintTotals($"{pages.Sum(page => (long)page.Length):N0} bytes in all: ");
            return true;
        }
        catch (Exception)
        {
            report.PrintTotals(job.Interrupt.IsCancellationRequested ? "Interrupted: " : "Stopped at the first failure: ");
            return false;
        }

        async Task<Page> FetchAndReportAsync(Uri url, CancellationToken token)
        {
            try
            {
                Page page = await fetcher.FetchAsync(url, token);
                report.Add(Outcome.Of(page), url.AbsoluteUri, Stopwatch.GetElapsedTime(start));
                return page;
            }
            catch (Exception failure) when (!token.IsCancellationRequested || job.Interrupt.IsCancellationRequested)
            {
                // What the first failure cancelled is only counted; what Ctrl+C cancelled is named.
                report.Add(Outcome.Of(failure, aborted: token.IsCancellationRequested), url.AbsoluteUri, Stopwatch.GetElapsedTime(start));
                throw;
            }
        }
    }
}
