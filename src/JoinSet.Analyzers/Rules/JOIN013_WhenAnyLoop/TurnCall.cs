using JoinSets.Analyzers.TaskLoops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

/// <summary>A call, in a loop, of a function that waits for any of the tasks it is given: <c>while (tasks.Count > 0) { await TakeOneAsync(tasks); }</c></summary>
internal static class TurnCall
{
    /// <summary>The first such call in the file of the function; null where no loop gives it the same tasks again and again.</summary>
    internal static SyntaxNode? InLoop(IParameterSymbol tasks, SemanticModel model, CancellationToken cancellationToken)
        => tasks.ContainingSymbol is IMethodSymbol { Name: { } name, DeclaringSyntaxReferences: { Length: 1 } references } function && references[0].SyntaxTree == model.SyntaxTree
            ? model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(call
                => TaskSyntax.CalledName(call) == name && IsOf(function, call, model, cancellationToken) && IsSameEachTurn(call, tasks, model, cancellationToken))
            : null;

    private static bool IsOf(IMethodSymbol function, InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
        => model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { ReducedFrom: null } called && SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, function);

    private static bool IsSameEachTurn(InvocationExpressionSyntax call, IParameterSymbol tasks, SemanticModel model, CancellationToken cancellationToken)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        return tasks.Ordinal < arguments.Count
            && arguments.All(static argument => argument.NameColon is null)
            && arguments[tasks.Ordinal].Expression is IdentifierNameSyntax name
            && model.GetSymbolInfo(name, cancellationToken).Symbol is { } given
            && new TaskCollection(given, model, cancellationToken).LoopAround(call) is not null;
    }
}
