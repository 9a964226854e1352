using System.Collections.Immutable;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Typestate;

/// <summary>A place that joins or disposes a set through a variable: a parameter, a member, a local, made by whomever.</summary>
internal readonly struct VisitedSet
{
    private VisitedSet(ISymbol variable, SyntaxNode at)
    {
        Variable = variable;
        At = at;
    }

    internal ISymbol Variable { get; }

    internal SyntaxNode At { get; }

    internal static ImmutableArray<VisitedSet> FindIn(IOperation block, KnownSymbols symbols)
    {
        var found = ImmutableArray.CreateBuilder<VisitedSet>();
        if (block.SemanticModel is not { } model)
        {
            return found.ToImmutable();
        }

        foreach (SyntaxNode node in block.Syntax.DescendantNodes(node => node == block.Syntax || node is not MemberDeclarationSyntax or GlobalStatementSyntax))
        {
            if (ReceiverIn(node) is { } receiver
                && model.GetSymbolInfo(receiver).Symbol is { } symbol
                && symbols.IsSet(TypeOf(symbol)))
            {
                found.Add(new VisitedSet(symbol, receiver));
            }
        }

        return found.ToImmutable();
    }

    private static ExpressionSyntax? ReceiverIn(SyntaxNode node) => node switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "JoinNextAsync" or "TryJoinNext" or "JoinEachAsync" or "Dispose" or "DisposeAsync" } access => Named(access.Expression),
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "TryJoinNext" or "Dispose" or "DisposeAsync" } } } access
            => Named(access.Expression),
        CommonForEachStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword } loop => Named(loop.Expression),
        _ => null,
    };

    // The set of this object, not that of another one.
    private static ExpressionSyntax? Named(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member => member,
        _ => null,
    };

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };
}
