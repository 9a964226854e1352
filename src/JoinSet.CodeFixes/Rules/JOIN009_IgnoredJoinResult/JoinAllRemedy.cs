using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Awaits JoinAllAsync in place of a join loop that does nothing else.</summary>
internal sealed class JoinAllRemedy(string key, string title) : Remedy(key, title)
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        SyntaxNode at = NodeOf(diagnostic, model, cancellationToken);
        StatementSyntax? statement = at.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault();
        (ExpressionSyntax? set, StatementSyntax? body) = statement switch
        {
            ForEachStatementSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } loop => (loop.Expression, loop.Statement),
            WhileStatementSyntax loop when loop.Condition.Span.Contains(at.Span) && !loop.Condition.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any() => (SetOf(at), loop.Statement),
            _ => (null, null),
        };
        if (set is null || !IsEmpty(body!))
        {
            return false;
        }

        edits.Add(new TextEdit(statement!.Span, $"await {set}.JoinAllAsync();", isLaidOut: true));
        return true;
    }

    private static ExpressionSyntax? SetOf(SyntaxNode join)
        => join is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "JoinNextAsync" } access, ArgumentList.Arguments.Count: 0 } ? access.Expression : null;

    private static bool IsEmpty(StatementSyntax body)
        => body is EmptyStatementSyntax or BlockSyntax { Statements.Count: 0 }
            && !body.DescendantTrivia().Any(trivia => body.Span.Contains(trivia.Span) && trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia);
}
