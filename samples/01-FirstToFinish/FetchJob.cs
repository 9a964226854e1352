namespace JoinSets.Samples.FirstToFinish;

/// <summary>What every way of fetching is given.</summary>
internal sealed record FetchJob(IReadOnlyList<Uri> Urls, TimeSpan Timeout, CancellationToken Interrupt);
