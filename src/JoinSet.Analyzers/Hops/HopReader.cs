using System.Collections.Immutable;
using JoinSets.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Hops;

/// <summary>Reads an operation that takes delegates to another thread: which, when they start, and by what their end is known.</summary>
internal sealed class HopReader(BodyCode body)
{
    private readonly HandleReader _handles = new(body);
    private readonly ThreadStarts _threads = new(body);

    internal IEnumerable<Hop> Of(IOperation operation)
    {
        if (HopCalls.KindOf(operation) is not { } kind)
        {
            yield break;
        }

        HopHandle handle = HandleOf(operation, kind);
        ImmutableArray<SyntaxNode> starts = StartsOf(operation, kind, handle);
        foreach (IOperation work in HopCalls.WorkIn(operation))
        {
            yield return new Hop(kind, work, handle, starts, PlaceOf(operation.Syntax)) { IsSerial = HopCalls.IsSerial(operation) };
        }
    }

    private HopHandle HandleOf(IOperation operation, HopKind kind) => kind switch
    {
        HopKind.WorkItem => HopHandle.Dropped,
        HopKind.Action => HopHandle.Over,
        HopKind.Turn when operation is IInvocationOperation { TargetMethod.Name: not "ForEachAsync" } => HopHandle.Over,
        _ => operation.Syntax is ExpressionSyntax made ? _handles.Of(made) : HopHandle.Loose(),
    };

    private ImmutableArray<SyntaxNode> StartsOf(IOperation operation, HopKind kind, HopHandle handle) => kind switch
    {
        HopKind.Thread => _threads.Of(operation.Syntax, handle).ToImmutableArray(),
        HopKind.Callback when operation is IObjectCreationOperation { Arguments: var arguments } && arguments.Any(IsNever) => ImmutableArray<SyntaxNode>.Empty,
        _ => ImmutableArray.Create(operation.Syntax),
    };

    // A timer that is made to wait for Change.
    private static bool IsNever(IArgumentOperation argument) => argument.Parameter?.Name is "dueTime"
        && (argument.Value.ConstantValue is { HasValue: true, Value: -1 or -1L } || argument.Value.Syntax.ToString().Contains("Infinite"));

    private static Location PlaceOf(SyntaxNode syntax) => syntax switch
    {
        InvocationExpressionSyntax call => call.Expression.GetLocation(),
        ObjectCreationExpressionSyntax made => made.Type.GetLocation(),
        _ => syntax.GetLocation(),
    };
}
