using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Hops;

/// <summary>The framework's ways to another thread, and which of their arguments is the work.</summary>
internal static class HopCalls
{
    /// <summary>Whether a mention of this name may be such a way: asked of every name in a body, before anything that costs.</summary>
    internal static bool IsHopName(string name)
        => name is "Run" or "StartNew" or "For" or "ForEach" or "ForEachAsync" or "Invoke" or "QueueUserWorkItem" or "UnsafeQueueUserWorkItem" or "Thread" or "Timer";

    internal static HopKind? KindOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => OfCall(call),
        IObjectCreationOperation { Constructor.ContainingType: { Name: "Thread" } type } when IsThreading(type) => HopKind.Thread,
        IObjectCreationOperation { Constructor.ContainingType: { Name: "Timer" } type } when IsThreading(type) => HopKind.Callback,
        _ => null,
    };

    /// <summary>Every delegate that the operation takes to another thread.</summary>
    internal static IEnumerable<IOperation> WorkIn(IOperation operation)
    {
        foreach (IArgumentOperation argument in ArgumentsOf(operation))
        {
            switch (argument)
            {
                case { Parameter.Name: "action" or "function" or "callback" or "callBack" or "start" or "body" or "localFinally" }:
                    yield return argument.Value;
                    break;
                case { Parameter.Name: "actions", Value: IArrayCreationOperation { Initializer: { } list } }:
                    foreach (IOperation element in list.ElementValues)
                    {
                        yield return element;
                    }

                    break;
            }
        }
    }

    /// <summary>Whether the work goes where nobody knows how many run at once, or one at a time.</summary>
    internal static bool IsSerial(IOperation operation) => ArgumentsOf(operation)
        .Where(static argument => argument.Parameter?.Name is "parallelOptions")
        .SelectMany(static argument => argument.Value.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>())
        .Any(static assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "TaskScheduler" }
            || (assignment.Target is IPropertyReferenceOperation { Property.Name: "MaxDegreeOfParallelism" } && assignment.Value.ConstantValue is { HasValue: true, Value: 1 }));

    internal static ImmutableArray<IArgumentOperation> ArgumentsOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        _ => ImmutableArray<IArgumentOperation>.Empty,
    };

    private static HopKind? OfCall(IInvocationOperation call) => (call.TargetMethod.ContainingType.Name, call.TargetMethod.Name) switch
    {
        ("Task", "Run") when IsTasks(call) => HopKind.Task,
        ("TaskFactory", "StartNew") when IsTasks(call) && call.Instance is IPropertyReferenceOperation { Property: { Name: "Factory", IsStatic: true } } => HopKind.Task,
        ("Parallel", "Invoke") when IsTasks(call) => HopKind.Action,
        ("Parallel", "For" or "ForEach" or "ForEachAsync") when IsTasks(call) => HopKind.Turn,
        ("ThreadPool", "QueueUserWorkItem" or "UnsafeQueueUserWorkItem") when IsThreading(call.TargetMethod.ContainingType) => HopKind.WorkItem,
        _ => null,
    };

    private static bool IsTasks(IInvocationOperation call)
        => call.TargetMethod.ContainingType.ContainingNamespace is { Name: "Tasks", ContainingNamespace: var outer } && IsThreading(outer);

    private static bool IsThreading(INamedTypeSymbol type) => IsThreading(type.ContainingNamespace);

    private static bool IsThreading(INamespaceSymbol space)
        => space is { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
