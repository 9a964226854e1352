using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Loops;

/// <summary>What is written to a local or a parameter, wherever it can be seen.</summary>
internal static class LocalValues
{
    /// <summary>Each value that the local is given, in source order; null for one that cannot be told: ref, out, a deconstruction, a foreach, <c>++</c>.</summary>
    internal static IEnumerable<ExpressionSyntax?> Of(ILocalSymbol local, SemanticModel model)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not VariableDeclaratorSyntax declarator)
        {
            return [null];
        }

        IEnumerable<ExpressionSyntax?> first = declarator.Initializer is { } initializer ? [initializer.Value] : [];
        return first.Concat(WritesTo(local, OwnCode.MemberOf(declarator), model)
            .Select(static write => write is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment ? assignment.Right : null));
    }

    /// <summary>The one value that the local ever has; null where there are more, or one that cannot be told.</summary>
    internal static ExpressionSyntax? OnlyValueOf(ILocalSymbol local, SemanticModel model)
    {
        List<ExpressionSyntax?> values = Of(local, model).Take(2).ToList();
        return values.Count == 1 ? values[0] : null;
    }

    /// <summary>The places in the code that write to the variable, its declaration aside.</summary>
    internal static IEnumerable<SyntaxNode> WritesTo(ISymbol variable, SyntaxNode code, SemanticModel model) => code
        .DescendantNodesAndSelf()
        .OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == variable.Name)
        .Select(WriteThrough)
        .Where(write => write.Place is not null && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(write.Name).Symbol, variable))
        .Select(static write => write.Place!);

    private static (IdentifierNameSyntax Name, SyntaxNode? Place) WriteThrough(IdentifierNameSyntax name)
    {
        SyntaxNode target = name;
        while (target.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
            || (target.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access && access.Name == target))
        {
            target = target.Parent;
        }

        return (name, PlaceOf(target));
    }

    private static SyntaxNode? PlaceOf(SyntaxNode target) => target.Parent switch
    {
        AssignmentExpressionSyntax assignment when assignment.Left == target => assignment,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression } => target.Parent,
        PostfixUnaryExpressionSyntax => target.Parent,
        ArgumentSyntax { RefKindKeyword.RawKind: not 0 } => target.Parent,
        ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } tuple } when assignment.Left == tuple => tuple,
        RefExpressionSyntax => target.Parent,
        ForEachVariableStatementSyntax each when each.Variable == target => each,
        _ => null,
    };
}
