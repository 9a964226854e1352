namespace JoinSets.Samples.FirstToFinish;

/// <summary>What came back from one URL.</summary>
internal sealed record Page(Uri Url, int Length);
