using JoinSets.Analyzers.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

/// <summary>What has the same value in every turn of a loop: constants, and locals and parameters that nobody writes meanwhile.</summary>
internal sealed class LoopConstants(StatementSyntax loop, SemanticModel model)
{
    private static readonly HashSet<string> s_kept = ["List", "HashSet", "Dictionary", "SortedSet", "ImmutableArray", "ImmutableList", "IReadOnlyList", "IReadOnlyCollection", "IList", "ICollection"];

    internal Guard GuardOf(ExpressionSyntax condition)
    {
        if (condition.IsKind(SyntaxKind.TrueLiteralExpression))
        {
            return Guard.None;
        }

        return IsConstant(condition) ? Guard.Constant : Guard.Changing;
    }

    /// <summary>A <c>for</c> that counts from and to constants does the same each time: it is no guard.</summary>
    internal Guard GuardOf(ForStatementSyntax counted)
    {
        if (counted is not { Declaration.Variables: { Count: 1 } variables, Condition: BinaryExpressionSyntax test } || variables[0].Initializer is not { } start
            || test.Left is not IdentifierNameSyntax counter || counter.Identifier.ValueText != variables[0].Identifier.ValueText
            || model.GetDeclaredSymbol(variables[0]) is not { } variable || LocalValues.WritesTo(variable, counted.Statement, model).Any())
        {
            return Guard.Changing;
        }

        return IsConstant(start.Value) && IsConstant(test.Right) ? Guard.None : Guard.Changing;
    }

    /// <summary>A collection with the same items in every turn, as far as the loop and the functions around it show.</summary>
    internal bool IsSequence(ExpressionSyntax items) => items switch
    {
        ArrayCreationExpressionSyntax { Initializer.Expressions.Count: > 0 } or ImplicitArrayCreationExpressionSyntax => true,
        IdentifierNameSyntax name => model.GetSymbolInfo(name).Symbol is { Kind: SymbolKind.Local or SymbolKind.Parameter } symbol && IsKept(symbol) && IsCollection(symbol) && !IsTouched(symbol),
        _ => false,
    };

    private bool IsConstant(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().All(IsConstantPart);

    private bool IsConstantPart(SyntaxNode node) => node switch
    {
        IdentifierNameSyntax name => model.GetSymbolInfo(name).Symbol is { } symbol && IsKept(symbol),
        MemberAccessExpressionSyntax access => model.GetSymbolInfo(access).Symbol is IFieldSymbol { IsConst: true } or INamedTypeSymbol or INamespaceSymbol,
        PrefixUnaryExpressionSyntax unary => !unary.IsKind(SyntaxKind.PreIncrementExpression) && !unary.IsKind(SyntaxKind.PreDecrementExpression),
        BinaryExpressionSyntax or LiteralExpressionSyntax or ParenthesizedExpressionSyntax or TypeSyntax => true,
        IsPatternExpressionSyntax or ConstantPatternSyntax or UnaryPatternSyntax or RelationalPatternSyntax or BinaryPatternSyntax or ParenthesizedPatternSyntax => true,
        _ => false,
    };

    private bool IsKept(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.IsConst,
        ILocalSymbol { IsConst: true } or INamedTypeSymbol or INamespaceSymbol => true,
        ILocalSymbol { IsRef: false } local => !IsDeclaredIn(local) && !IsWritten(local),
        IParameterSymbol { RefKind: RefKind.None } parameter => !IsDeclaredIn(parameter) && !IsWritten(parameter),
        _ => false,
    };

    private bool IsDeclaredIn(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(place => place.SyntaxTree == loop.SyntaxTree && loop.Span.Contains(place.Span));

    /// <summary>In the loop, or in a function that may run meanwhile.</summary>
    private bool IsWritten(ISymbol symbol)
        => LocalValues.WritesTo(symbol, OwnCode.MemberOf(loop), model).Any(write => loop.Span.Contains(write.Span) || OwnCode.OwnerOf(write) != OwnCode.OwnerOf(loop));

    private static bool IsCollection(ISymbol symbol)
        => ((symbol as ILocalSymbol)?.Type ?? (symbol as IParameterSymbol)?.Type) is { } type
            && (type is IArrayTypeSymbol || type.SpecialType is SpecialType.System_String || s_kept.Contains(type.Name));

    /// <summary>Whether the loop, or a function, does anything to the collection but walk through it and look at it.</summary>
    private bool IsTouched(ISymbol symbol) => OwnCode.MemberOf(loop).DescendantNodes()
        .OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == symbol.Name && (loop.Span.Contains(name.Span) || OwnCode.OwnerOf(name) != OwnCode.OwnerOf(loop)))
        .Any(static name => !OnlyLooks(name));

    private static bool OnlyLooks(IdentifierNameSyntax name) => name.Parent switch
    {
        CommonForEachStatementSyntax => true,
        MemberAccessExpressionSyntax access => access.Expression == name && access.Name.Identifier.ValueText is "Count" or "Length",
        ElementAccessExpressionSyntax { Parent: not AssignmentExpressionSyntax } => true,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "SpawnEach" } } } => true,
        _ => false,
    };
}
