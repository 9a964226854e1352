using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Spawns until a token that is at hand is cancelled, or else only after a task that succeeded.</summary>
internal sealed class ConditionRemedy(string key, string title) : Remedy(key, title)
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (RespawnLoop.Of(diagnostic, model.SyntaxTree.GetRoot(cancellationToken)) is not { } loop || ConditionFor(loop.Statement, model, cancellationToken) is not { } condition)
        {
            return false;
        }

        if (edits.IsFirstFor(loop.Statement))
        {
            foreach (StatementSyntax respawn in loop.Respawns)
            {
                new GuardedStatement(respawn).Under(condition, edits);
            }
        }

        return true;
    }

    private static string? ConditionFor(StatementSyntax loop, SemanticModel model, CancellationToken cancellationToken)
    {
        if (TokenAt(loop, model, cancellationToken) is { } token)
        {
            return $"!{token}.IsCancellationRequested";
        }

        return ResultOf(loop) is { } result ? $"{result}.IsSuccess" : null;
    }

    /// <summary>The nearest token that the function may use: parameters have a value, locals where the loop can see them given one.</summary>
    private static string? TokenAt(StatementSyntax loop, SemanticModel model, CancellationToken cancellationToken) => model.LookupSymbols(loop.SpanStart)
        .Where(symbol => TypeOf(symbol) is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" } && IsReachable(symbol, loop, model, cancellationToken))
        .OrderByDescending(static symbol => symbol.DeclaringSyntaxReferences[0].Span.Start)
        .Select(static symbol => SyntaxFacts.GetKeywordKind(symbol.Name) is SyntaxKind.None ? symbol.Name : "@" + symbol.Name)
        .FirstOrDefault();

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IParameterSymbol { RefKind: RefKind.None } parameter => parameter.Type,
        ILocalSymbol { IsRef: false } local => local.Type,
        _ => null,
    };

    private static bool IsReachable(ISymbol symbol, StatementSyntax loop, SemanticModel model, CancellationToken cancellationToken)
    {
        if (symbol.DeclaringSyntaxReferences.Length == 0 || (symbol is ILocalSymbol && !IsAssignedBefore(symbol, loop)))
        {
            return false;
        }

        ISymbol? function = model.GetEnclosingSymbol(loop.SpanStart, cancellationToken);
        while (function is IMethodSymbol { IsStatic: false, MethodKind: MethodKind.LambdaMethod or MethodKind.LocalFunction } && !IsSame(function, symbol.ContainingSymbol))
        {
            function = function.ContainingSymbol;
        }

        return IsSame(function, symbol.ContainingSymbol);
    }

    private static bool IsAssignedBefore(ISymbol local, StatementSyntax loop)
        => local.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax { Initializer: not null } declarator && declarator.Span.End < loop.SpanStart;

    private static bool IsSame(ISymbol? a, ISymbol b) => SymbolEqualityComparer.Default.Equals(a, b);

    /// <summary>The name of the result in a turn: a loop variable, or what the condition's pattern names.</summary>
    private static string? ResultOf(StatementSyntax loop) => loop switch
    {
        ForEachStatementSyntax each => each.Identifier.Text,
        WhileStatementSyntax { Condition: IsPatternExpressionSyntax test } => NameIn(test.Pattern),
        ForStatementSyntax { Condition: IsPatternExpressionSyntax test } => NameIn(test.Pattern),
        _ => null,
    };

    private static string? NameIn(PatternSyntax pattern) => pattern switch
    {
        RecursivePatternSyntax { Designation: SingleVariableDesignationSyntax name } => name.Identifier.Text,
        DeclarationPatternSyntax { Designation: SingleVariableDesignationSyntax name } => name.Identifier.Text,
        _ => null,
    };
}
