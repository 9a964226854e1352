namespace JoinSets;

/// <summary>
/// Stands for the system's in the library's source. That one runs the callbacks of CancelAsync on the real pool, out of Coyote's
/// sight; this one runs them before it returns, so the callbacks of the scenarios only pass the word on to somebody else.
/// </summary>
internal class CancellationTokenSource : System.Threading.CancellationTokenSource
{
    internal new Task CancelAsync()
    {
        Cancel();
        return Task.CompletedTask;
    }
}
