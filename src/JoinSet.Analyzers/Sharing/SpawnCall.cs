using JoinSets.Analyzers.Hops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sharing;

/// <summary>A call that puts work into a set, or takes it to another thread by plain means.</summary>
internal sealed class SpawnCall(IOperation call, FunctionCode owner, Hop? hop = null)
{
    internal IOperation Call => call;

    /// <summary>Where there is no set: by what the work goes to another thread.</summary>
    internal Hop? Hop => hop;

    /// <summary>The function that spawns.</summary>
    internal FunctionCode Owner => owner;

    /// <summary>The code of the task; null where the delegate cannot be seen.</summary>
    internal FunctionCode? Work { get; set; }

    /// <summary>What a report of the task's code stands at where that is a method of another file; null where it stands in the same one.</summary>
    internal SyntaxNode? Entry => Work is { } work && work.Syntax.SyntaxTree != call.Syntax.SyntaxTree ? Delegate?.Syntax : null;

    /// <summary>The variable that holds the set; null where an expression gives it.</summary>
    internal ISymbol? Set { get; set; }

    /// <summary>Whether the set lets one task run at a time.</summary>
    internal bool IsSerial { get; set; }

    /// <summary>Whether one execution of the call starts several tasks.</summary>
    internal bool StartsMany => hop is null ? Name is "SpawnEach" : hop.StartsMany;

    /// <summary>Whether the task runs where the spawner runs, and so never at the same time.</summary>
    internal bool IsLocal => hop is null && Name is "SpawnLocal";

    /// <summary>Where the source says so: the set that is spawned into, or the method that takes the work away.</summary>
    internal Location Place => hop?.Place ?? ((call as IInvocationOperation)?.Instance?.Syntax ?? call.Syntax).GetLocation();

    /// <summary>What the task is told to work on, by the call's state argument.</summary>
    internal IOperation? State => ArgumentOf("state");

    internal IOperation? Delegate => hop is null ? ArgumentOf("work") : hop.Work;

    /// <summary>Whether tasks go where nobody knows how many run at once: a scheduler that is not the pool's.</summary>
    internal bool IsElsewhere => ArgumentOf("scheduler") is { } scheduler && !IsParallel(scheduler);

    /// <summary>What a report calls it: the task, the thread, the turn of the loop.</summary>
    internal string Noun => hop?.Noun ?? "task";

    /// <summary>What a report says that the call does.</summary>
    internal string Verb => hop is null ? "spawns" : "starts";

    internal static bool IsSpawn(string name) => name is "Spawn" or "SpawnOn" or "SpawnLocal" or "SpawnBlocking" or "SpawnEach";

    private string? Name => (call as IInvocationOperation)?.TargetMethod.Name;

    private static bool IsParallel(IOperation scheduler)
        => scheduler is IPropertyReferenceOperation { Property: { Name: "Default", ContainingType.Name: "TaskScheduler" } or { Name: "ConcurrentScheduler", ContainingType.Name: "ConcurrentExclusiveSchedulerPair" } };

    private IOperation? ArgumentOf(string parameter)
        => HopCalls.ArgumentsOf(call).FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;
}
