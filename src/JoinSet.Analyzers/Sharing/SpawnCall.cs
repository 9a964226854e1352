using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sharing;

/// <summary>A call that puts work into a set.</summary>
internal sealed class SpawnCall(IInvocationOperation call, FunctionCode owner)
{
    internal IInvocationOperation Call => call;

    /// <summary>The function that spawns.</summary>
    internal FunctionCode Owner => owner;

    /// <summary>The code of the task; null where the delegate cannot be seen.</summary>
    internal FunctionCode? Work { get; set; }

    /// <summary>The variable that holds the set; null where an expression gives it.</summary>
    internal ISymbol? Set { get; set; }

    /// <summary>Whether the set lets one task run at a time.</summary>
    internal bool IsSerial { get; set; }

    /// <summary>Whether one execution of the call starts several tasks.</summary>
    internal bool StartsMany => call.TargetMethod.Name is "SpawnEach";

    /// <summary>Whether the task runs where the spawner runs, and so never at the same time.</summary>
    internal bool IsLocal => call.TargetMethod.Name is "SpawnLocal";

    /// <summary>Where the source says so: the set that is spawned into.</summary>
    internal Location Place => (call.Instance?.Syntax ?? call.Syntax).GetLocation();

    /// <summary>What the task is told to work on, by the call's state argument.</summary>
    internal IOperation? State => ArgumentOf("state");

    internal IOperation? Delegate => ArgumentOf("work");

    /// <summary>Whether tasks go where nobody knows how many run at once: a scheduler that is not the pool's.</summary>
    internal bool IsElsewhere => ArgumentOf("scheduler") is { } scheduler && !IsParallel(scheduler);

    internal static bool IsSpawn(string name) => name is "Spawn" or "SpawnOn" or "SpawnLocal" or "SpawnBlocking" or "SpawnEach";

    private static bool IsParallel(IOperation scheduler)
        => scheduler is IPropertyReferenceOperation { Property: { Name: "Default", ContainingType.Name: "TaskScheduler" } or { Name: "ConcurrentScheduler", ContainingType.Name: "ConcurrentExclusiveSchedulerPair" } };

    private IOperation? ArgumentOf(string parameter)
        => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;
}
