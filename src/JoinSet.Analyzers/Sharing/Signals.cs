using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sharing;

/// <summary>Types by which one thread tells another that something is done.</summary>
internal static class Signals
{
    private static readonly ImmutableHashSet<string> s_names = ImmutableHashSet.Create(
        "TaskCompletionSource", "SemaphoreSlim", "Semaphore", "ManualResetEventSlim", "ManualResetEvent", "AutoResetEvent", "EventWaitHandle",
        "CountdownEvent", "Barrier", "Channel", "ChannelReader", "ChannelWriter", "BlockingCollection", "Task", "Thread", "AsyncManualResetEvent", "AsyncCountdownEvent");

    internal static bool CarriesSign(ITypeSymbol? type) => type is not null && s_names.Contains(type.Name);
}
