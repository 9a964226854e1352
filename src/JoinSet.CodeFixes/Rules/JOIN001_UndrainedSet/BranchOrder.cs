using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>The order of two places in one function, as far as its shape tells.</summary>
internal static class BranchOrder
{
    /// <summary>
    /// False only where control cannot get from the earlier place to the exit within one life of the set: it stands behind the exit, or in
    /// the other branch, and no loop inside the scope leads back.
    /// </summary>
    internal static bool CanComeBefore(StatementSyntax exit, SyntaxNode earlier, SyntaxNode scope)
    {
        SyntaxNode common = exit.AncestorsAndSelf().First(ancestor => ancestor.FullSpan.Contains(earlier.SpanStart));
        return common.AncestorsAndSelf().TakeWhile(node => node != scope).Any(IsLoop)
            || (earlier.SpanStart < exit.SpanStart && !AreApart(common, earlier, exit));
    }

    private static bool AreApart(SyntaxNode common, SyntaxNode earlier, SyntaxNode later) => common switch
    {
        IfStatementSyntax choice => choice.Statement.Span.Contains(earlier.Span) && choice.Else?.Span.Contains(later.Span) == true,
        SwitchStatementSyntax choice => choice.Sections.Any(section => section.Span.Contains(earlier.Span)) && choice.Sections.Any(section => section.Span.Contains(later.Span)),
        _ => false,
    };

    private static bool IsLoop(SyntaxNode node) => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax;
}
