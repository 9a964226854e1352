using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Calls ThrowIfFailed on the result, the first thing after the join.</summary>
internal sealed class ThrowRemedy(string key, string title) : Remedy(key, title)
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        SyntaxNode root = model.SyntaxTree.GetRoot(cancellationToken);
        SyntaxNode at = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (at is ForEachStatementSyntax each)
        {
            StatementPlace.AtStartOf(each.Statement).Insert([$"{each.Identifier.Text}.ThrowIfFailed();"], edits);
            return true;
        }

        if (at is not InvocationExpressionSyntax join)
        {
            return false;
        }

        return OutVariableOf(join) is { } given
            ? InsertInBody(join, given, edits)
            : join.Ancestors().OfType<AwaitExpressionSyntax>().FirstOrDefault() is { } awaited && Look(awaited, model, edits);
    }

    private static bool Look(AwaitExpressionSyntax awaited, SemanticModel model, TextEdits edits)
    {
        ExpressionSyntax value = awaited;
        while (value.Parent is ParenthesizedExpressionSyntax parenthesized)
        {
            value = parenthesized;
        }

        switch (value.Parent)
        {
            case ExpressionStatementSyntax:
                edits.Add(new TextEdit(new(awaited.SpanStart, 0), "(", EditOrder.Open));
                edits.Add(new TextEdit(new(awaited.Span.End, 0), ")?.ThrowIfFailed()"));
                return true;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax statement } variable }:
                StatementPlace.After(statement).Insert([$"{variable.Identifier.Text}?.ThrowIfFailed();"], edits);
                return true;
            case IsPatternExpressionSyntax test:
                return LookWhereItMatches(test, model, edits);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression, Right.RawKind: (int)SyntaxKind.NullLiteralExpression } test:
                return LookWhereItIs(test, TextSpan.FromBounds(test.OperatorToken.SpanStart, test.Span.End), model, edits);
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasValue" } test:
                return LookWhereItIs(test, TextSpan.FromBounds(test.OperatorToken.SpanStart, test.Span.End), model, edits);
            default:
                return false;
        }
    }

    // `is { } r`: in the body. `is not null`: the same, with a variable. `is null` with a jump: after the jump.
    private static bool LookWhereItMatches(IsPatternExpressionSyntax test, SemanticModel model, TextEdits edits)
    {
        if (VariableIn(test.Pattern) is { } known)
        {
            return InsertInBody(test, known.Text, edits);
        }

        string result = NameFor(test, model, edits);
        if (test.Pattern is UnaryPatternSyntax { Pattern: ConstantPatternSyntax } && InsertInBody(test, result, edits))
        {
            edits.Add(new TextEdit(test.Pattern.Span, $"{{ }} {result}"));
            return true;
        }

        if (test is { Pattern: ConstantPatternSyntax, Parent: IfStatementSyntax { Else: null } choice }
            && test.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp9 }
            && Jumps(choice.Statement) && choice.Parent is BlockSyntax)
        {
            edits.Add(new TextEdit(test.Pattern.Span, $"not {{ }} {result}"));
            StatementPlace.After(choice).Insert([$"{result}.ThrowIfFailed();"], edits);
            return true;
        }

        return false;
    }

    /// <summary><c>!= null</c> and <c>.HasValue</c>: a pattern that says the same names the result.</summary>
    private static bool LookWhereItIs(ExpressionSyntax test, TextSpan saying, SemanticModel model, TextEdits edits)
    {
        string result = NameFor(test, model, edits);
        if (!InsertInBody(test, result, edits))
        {
            return false;
        }

        string space = test is MemberAccessExpressionSyntax ? " " : "";
        edits.Add(new TextEdit(saying, $"{space}is {{ }} {result}"));
        return true;
    }

    /// <summary>A loop's own code sees a variable of its test; what stands beside an if sees the if's, other new variables included.</summary>
    private static string NameFor(ExpressionSyntax test, SemanticModel model, TextEdits edits) => test.Parent is WhileStatementSyntax loop
        ? FreeName.For("result", test.SpanStart, model, loop)
        : FreeName.For("result", test.SpanStart, model, edits, test.FirstAncestorOrSelf<StatementSyntax>()?.Parent);

    private static bool InsertInBody(SyntaxNode test, string result, TextEdits edits)
    {
        StatementSyntax? body = test.Parent switch
        {
            WhileStatementSyntax loop when loop.Condition == test => loop.Statement,
            IfStatementSyntax choice when choice.Condition == test => choice.Statement,
            _ => null,
        };
        if (body is null)
        {
            return false;
        }

        StatementPlace.AtStartOf(body).Insert([$"{result}.ThrowIfFailed();"], edits);
        return true;
    }

    private static SyntaxToken? VariableIn(PatternSyntax pattern) => pattern switch
    {
        RecursivePatternSyntax { Designation: SingleVariableDesignationSyntax name } => name.Identifier,
        DeclarationPatternSyntax { Designation: SingleVariableDesignationSyntax name } => name.Identifier,
        _ => null,
    };

    private static string? OutVariableOf(InvocationExpressionSyntax join)
        => join.ArgumentList.Arguments.FirstOrDefault()?.Expression is DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax name } ? name.Identifier.Text : null;

    private static bool Jumps(StatementSyntax statement) => statement switch
    {
        BreakStatementSyntax or ReturnStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax or ThrowStatementSyntax => true,
        BlockSyntax { Statements: { Count: > 0 } statements } => Jumps(statements[statements.Count - 1]),
        _ => false,
    };
}
