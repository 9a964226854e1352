using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Puts a break where the join gave null.</summary>
internal sealed class BreakRemedy(string key, string title) : Remedy(key, title)
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        SyntaxNode join = NodeOf(diagnostic, model, cancellationToken);
        ExpressionSyntax? awaited = join.Ancestors().OfType<AwaitExpressionSyntax>().FirstOrDefault();
        if (awaited is null || !BreaksTheLoop(awaited))
        {
            return false;
        }

        return awaited.Parent switch
        {
            ExpressionStatementSyntax statement => TestStatement(statement, awaited, edits),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax statement } variable } => TestName(variable.Identifier, statement, edits),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax variable, Parent: ExpressionStatementSyntax statement } => TestName(variable.Identifier, statement, edits),
            IsPatternExpressionSyntax { Parent: IfStatementSyntax choice } test => CompleteChoice(choice, test.Pattern, edits),
            _ => false,
        };
    }

    // The join stands in the loop itself: in its body, and in no switch or handler whose break would mean something else.
    private static bool BreaksTheLoop(SyntaxNode join)
    {
        SyntaxNode? around = join.Ancestors().FirstOrDefault(static node => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax
            or CommonForEachStatementSyntax or SwitchStatementSyntax or FinallyClauseSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
        return around switch
        {
            WhileStatementSyntax loop => loop.Statement.Span.Contains(join.Span),
            DoStatementSyntax loop => loop.Statement.Span.Contains(join.Span),
            ForStatementSyntax loop => loop.Statement.Span.Contains(join.Span),
            CommonForEachStatementSyntax loop => loop.Statement.Span.Contains(join.Span),
            _ => false,
        };
    }

    private static bool TestStatement(ExpressionStatementSyntax statement, ExpressionSyntax awaited, TextEdits edits)
    {
        edits.Add(new TextEdit(new(statement.SpanStart, 0), "if (", EditOrder.Open));
        edits.Add(new TextEdit(new(awaited.Span.End, statement.Span.End - awaited.Span.End), " is null)\n{\n    break;\n}", isLaidOut: true));
        return true;
    }

    private static bool TestName(SyntaxToken variable, StatementSyntax statement, TextEdits edits)
    {
        if (NextOf(statement) is IfStatementSyntax { Condition: IsPatternExpressionSyntax { Expression: IdentifierNameSyntax tested } test } choice
            && tested.Identifier.ValueText == variable.ValueText
            && SaysNull(test.Pattern)
            && ContinueIn(choice) is { } goOn)
        {
            edits.Add(new TextEdit(goOn.ContinueKeyword.Span, "break"));
            return true;
        }

        StatementPlace.After(statement).Insert([$"if ({variable.Text} is null)", "{", "    break;", "}"], edits);
        return true;
    }

    private static bool CompleteChoice(IfStatementSyntax choice, PatternSyntax pattern, TextEdits edits)
    {
        if (SaysNull(pattern) && ContinueIn(choice) is { } goOn)
        {
            edits.Add(new TextEdit(goOn.ContinueKeyword.Span, "break"));
            return true;
        }

        if (SaysNull(pattern) || choice.Else is not null || !IsAnyResult(pattern) || !CanHaveElse(choice))
        {
            return false;
        }

        bool endsItsLine = choice.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) && choice.Statement is not BlockSyntax;
        edits.Add(endsItsLine
            ? new TextEdit(new(choice.FullSpan.End, 0), IndentOf(choice) + "else\n{\n    break;\n}\n", isLaidOut: true)
            : new TextEdit(new(choice.Span.End, 0), "\nelse\n{\n    break;\n}", isLaidOut: true));
        return true;
    }

    /// <summary>Behind a statement that ends in an if of its own, an else would be taken for the other's.</summary>
    private static bool CanHaveElse(IfStatementSyntax choice)
        => choice.Statement is BlockSyntax || !choice.Statement.DescendantNodesAndSelf().Any(static node => node is IfStatementSyntax);

    private static string IndentOf(IfStatementSyntax choice)
    {
        string line = choice.SyntaxTree.GetText().Lines.GetLineFromPosition(choice.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private static ContinueStatementSyntax? ContinueIn(IfStatementSyntax choice) => choice.Statement switch
    {
        ContinueStatementSyntax goOn => goOn,
        BlockSyntax { Statements: { Count: > 0 } statements } => statements[statements.Count - 1] as ContinueStatementSyntax,
        _ => null,
    };

    private static bool SaysNull(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax constant => constant.Expression.IsKind(SyntaxKind.NullLiteralExpression),
        UnaryPatternSyntax not => IsAnyResult(not.Pattern),
        _ => false,
    };

    private static bool IsAnyResult(PatternSyntax pattern)
        => pattern is DeclarationPatternSyntax or RecursivePatternSyntax { PositionalPatternClause: null, PropertyPatternClause: null or { Subpatterns.Count: 0 } }
            || (pattern is UnaryPatternSyntax not && SaysNull(not.Pattern));

    private static StatementSyntax? NextOf(StatementSyntax statement)
    {
        SyntaxNode? next = statement.Parent?.ChildNodes().SkipWhile(node => node != statement).Skip(1).FirstOrDefault();
        return next as StatementSyntax;
    }
}
