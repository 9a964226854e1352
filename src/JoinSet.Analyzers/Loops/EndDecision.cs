using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Loops;

/// <summary>Whether a statement in a join loop runs only when the set is at its end.</summary>
internal static class EndDecision
{
    /// <summary>How that is known; null where it may run for another reason.</summary>
    internal static EndKind? Over(SyntaxNode node, JoinLoop loop, SemanticModel model, KnownSymbols symbols)
    {
        SyntaxNode child = node;
        for (SyntaxNode? at = node.Parent; at is not null && child != loop.Statement; child = at, at = at.Parent)
        {
            if ((Guard(at, child, loop, model, symbols) ?? EarlierGuard(at, child, loop, model, symbols)) is { } kind)
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>What the condition says of the set's end; null where it says nothing of it.</summary>
    internal static (EndKind Kind, bool IsEndWhenTrue)? Ask(ExpressionSyntax condition, JoinLoop loop, SemanticModel model, KnownSymbols symbols)
    {
        if (NullTest.Of(condition) is { } test)
        {
            return IsJoin(test.Subject, loop, model, symbols) ? (EndKind.Null, test.IsNullWhenTrue) : null;
        }

        return EmptinessTest.Of(condition, model, symbols) is { } emptiness && IsSame(emptiness.Set, loop.Set) ? (EndKind.Empty, emptiness.IsEmptyWhenTrue) : null;
    }

    private static EndKind? Guard(SyntaxNode at, SyntaxNode child, JoinLoop loop, SemanticModel model, KnownSymbols symbols) => at switch
    {
        IfStatementSyntax choice when choice.Statement == child => KindWhen(choice.Condition, isTrue: true, loop, model, symbols),
        IfStatementSyntax choice when choice.Else == child => KindWhen(choice.Condition, isTrue: false, loop, model, symbols),
        ConditionalExpressionSyntax choice when choice.WhenTrue == child => KindWhen(choice.Condition, isTrue: true, loop, model, symbols),
        ConditionalExpressionSyntax choice when choice.WhenFalse == child => KindWhen(choice.Condition, isTrue: false, loop, model, symbols),
        BinaryExpressionSyntax { OperatorToken.ValueText: "??" } fallback when fallback.Right == child && IsJoin(fallback.Left, loop, model, symbols) => EndKind.Null,
        SwitchSectionSyntax { Parent: SwitchStatementSyntax choice } section when section.Labels.All(IsNullLabel) && IsJoin(choice.Expression, loop, model, symbols) => EndKind.Null,
        _ => null,
    };

    /// <summary>After <c>if (result is { } r) { …; continue; }</c> comes the set's end.</summary>
    private static EndKind? EarlierGuard(SyntaxNode at, SyntaxNode child, JoinLoop loop, SemanticModel model, KnownSymbols symbols)
    {
        if (at is not BlockSyntax block || child is not StatementSyntax)
        {
            return null;
        }

        return block.Statements.TakeWhile(statement => statement != child)
            .OfType<IfStatementSyntax>()
            .Where(choice => choice.Else is null && EndsInContinue(choice.Statement, loop.Statement))
            .Select(choice => KindWhen(choice.Condition, isTrue: false, loop, model, symbols))
            .FirstOrDefault(static kind => kind is not null);
    }

    private static EndKind? KindWhen(ExpressionSyntax condition, bool isTrue, JoinLoop loop, SemanticModel model, KnownSymbols symbols)
        => Ask(condition, loop, model, symbols) is var (kind, isEndWhenTrue) && isEndWhenTrue == isTrue ? kind : null;

    private static bool EndsInContinue(StatementSyntax statement, StatementSyntax loop)
        => (statement is BlockSyntax block ? block.Statements.LastOrDefault() : statement) is ContinueStatementSyntax jump && LoopJumps.LoopAround(jump) == loop;

    private static bool IsNullLabel(SwitchLabelSyntax label) => label switch
    {
        CaseSwitchLabelSyntax { Value: LiteralExpressionSyntax { Token.ValueText: "null" } } => true,
        CasePatternSwitchLabelSyntax { WhenClause: null, Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax { Token.ValueText: "null" } } } => true,
        _ => false,
    };

    private static bool IsJoin(ExpressionSyntax expression, JoinLoop loop, SemanticModel model, KnownSymbols symbols)
        => JoinExpression.In(expression, model, symbols) is { } join && loop.Statement.Span.Contains(join.Syntax.Span) && IsSame(join.Set, loop.Set);

    private static bool IsSame(ISymbol? a, ISymbol b) => SymbolEqualityComparer.Default.Equals(a, b);
}
