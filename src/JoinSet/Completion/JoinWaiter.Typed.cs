using System.Threading.Tasks.Sources;

namespace JoinSets.Completion;

/// <summary>A waiter that gives what the set's users see; null when nothing is left.</summary>
internal sealed class JoinWaiter<TResult>(JoinCore core, Func<JoinEntry, TResult> read) : JoinWaiter(core), IValueTaskSource<TResult?>
    where TResult : struct
{
    TResult? IValueTaskSource<TResult?>.GetResult(short token) => GetResult(token).Entry is { } entry ? read(entry) : null;
}
