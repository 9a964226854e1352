namespace JoinSets.Samples.FirstToFinish;

/// <summary>How the fetch of one URL ended, in words.</summary>
internal sealed record Outcome(OutcomeKind Kind, string Detail)
{
    public static Outcome Of(JoinResult<Page> result) =>
        result.TryGetValue(out Page? page) ? Of(page) : Of(result.Error!.Exception, result.IsCanceled);

    public static Outcome Of(Page page) => new(OutcomeKind.Ok, $"{page.Length:N0} bytes");

    /// <summary>
    /// A late answer ends in an OperationCanceledException, as an abort does. The set tells them apart: IsCanceled is true
    /// only for a task that was aborted; HttpClient's timeout, which nobody asked for, is a fault.
    /// </summary>
    public static Outcome Of(Exception failure, bool aborted) => failure switch
    {
        _ when aborted => new Outcome(OutcomeKind.Cancelled, ""),
        OperationCanceledException => new Outcome(OutcomeKind.TimedOut, "no answer in time"),
        HttpRequestException { StatusCode: { } status } => new Outcome(OutcomeKind.Failed, $"{(int)status} {status}"),
        _ => new Outcome(OutcomeKind.Failed, failure.Message),
    };
}
