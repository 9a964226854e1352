namespace JoinSets.Samples.FirstToFinish;

internal enum OutcomeKind
{
    Ok,
    Failed,
    TimedOut,
    Cancelled,
}
