using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>The word before an expression, with parentheses around both where more is asked of the result.</summary>
internal static class AwaitWord
{
    internal static IEnumerable<TextEdit> EditsFor(ExpressionSyntax expression)
    {
        bool isReceiver = expression.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression == expression,
            ElementAccessExpressionSyntax access => access.Expression == expression,
            ConditionalAccessExpressionSyntax access => access.Expression == expression,
            InvocationExpressionSyntax call => call.Expression == expression,
            PostfixUnaryExpressionSyntax or SwitchExpressionSyntax or WithExpressionSyntax or RangeExpressionSyntax => true,
            _ => false,
        };
        yield return new TextEdit(new(expression.SpanStart, 0), isReceiver ? "(await " : "await ");
        if (isReceiver)
        {
            yield return new TextEdit(new(expression.Span.End, 0), ")");
        }
    }
}
