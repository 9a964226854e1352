using Microsoft.Coyote.Runtime;

namespace JoinSets.Model;

/// <summary>
/// Waits until everything that a scenario set going has come to its end. Coyote stops what still runs when the scenario's own
/// flow is over, and what the library does after it has released the last joiner would go unchecked.
/// </summary>
internal static class Quiescence
{
    /// <summary>To be called by the first operation of a schedule.</summary>
    internal static void Await()
    {
        // The operations of a schedule are numbered in the order in which they come; asking for a number uses it up.
        ulong waitedFor = 0;
        for (ulong next = NextId(); next > waitedFor + 1; next = NextId())
        {
            while (++waitedFor < next)
            {
                Operation.PauseUntilCompleted(waitedFor);
            }
        }
    }

    private static ulong NextId() => Operation.GetNextId() ?? throw new InvalidOperationException("No model checker is at work.");
}
