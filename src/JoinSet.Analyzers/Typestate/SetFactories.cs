using System.Collections.Concurrent;
using JoinSets.Analyzers.Bodies;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Typestate;

/// <summary>The methods of a compilation that make a set and return it, and how they leave that set.</summary>
/// <remarks>Thread safety: may be asked by several threads; two may work out the same answer, which is then the same.</remarks>
internal sealed class SetFactories(KnownSymbols symbols, SetSummaries summaries, SetWords words)
{
    private readonly ConcurrentDictionary<IMethodSymbol, SetState?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>How the set stands that this call, or the await of this call, gives; null where it makes none, or too little is known.</summary>
    internal SetState? StateAfter(ExpressionSyntax expression, SemanticModel model)
    {
        bool isAwaited = expression is AwaitExpressionSyntax;
        InvocationExpressionSyntax? call = CallIn(expression);
        if (call is null || !MayBeFactory(call) || model.GetSymbolInfo(call).Symbol is not IMethodSymbol method || symbols.IsSet(method.ReturnType) == isAwaited)
        {
            return null;
        }

        return symbols.IsSet(isAwaited ? AwaitedType(method.ReturnType) : method.ReturnType)
            ? _known.GetOrAdd(method.OriginalDefinition, StateMadeBy)
            : null;
    }

    private static ITypeSymbol? AwaitedType(ITypeSymbol type)
        => KnownSymbols.IsAwaitable(type) && type is INamedTypeSymbol { TypeArguments.Length: 1 } task ? task.TypeArguments[0] : null;

    // Through `await Make().ConfigureAwait(false)`.
    private static InvocationExpressionSyntax? CallIn(ExpressionSyntax expression)
    {
        ExpressionSyntax inner = expression is AwaitExpressionSyntax awaited ? awaited.Expression : expression;
        return inner is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: InvocationExpressionSyntax call } }
            ? call
            : inner as InvocationExpressionSyntax;
    }

    // By name, so that ordinary calls cost nothing.
    private bool MayBeFactory(InvocationExpressionSyntax call)
    {
        SimpleNameSyntax? name = call.Expression as SimpleNameSyntax ?? (call.Expression as MemberAccessExpressionSyntax)?.Name;
        return name is not null && words.Contains(name.Identifier.ValueText);
    }

    private SetState? StateMadeBy(IMethodSymbol method)
        => summaries.GraphOf(method) is { } graph ? new SetFactory(graph, symbols, summaries).StateMade() : null;
}
