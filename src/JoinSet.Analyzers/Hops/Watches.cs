using JoinSets.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Hops;

/// <summary>
/// A hand-over by looking: whoever waits until a variable has a value, and lets time pass in between, has made a signal of it.
/// <c>while (count &lt; 5) Thread.Sleep(10);</c>, <c>SpinWait.SpinUntil(() =&gt; count == 5)</c>
/// </summary>
internal static class Watches
{
    private static readonly string[] s_pauses = ["Sleep", "Yield", "SpinOnce", "SpinWait", "Delay"];

    /// <summary>Whether one of the uses of a variable is such a look. What the watcher does after it comes after what it has waited for.</summary>
    internal static bool AppearIn(IReadOnlyList<TaskUse> uses) => uses.Any(use => !use.Use.Writes && IsWatch(use.Use.Syntax, uses));

    /// <summary>Whether a look comes again and again, and lets time pass in between: in a loop, or when a timer runs out.</summary>
    internal static bool IsMonitor(SyntaxNode look, SyntaxNode write)
    {
        foreach (SyntaxNode at in look.Ancestors())
        {
            switch (at)
            {
                case AnonymousFunctionExpressionSyntax function:
                    return function.Parent is ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax { Type: SimpleNameSyntax { Identifier.ValueText: "Timer" } } };
                case LocalFunctionStatementSyntax or MemberDeclarationSyntax:
                    return false;
                case WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax when Calls(at).Any(IsPause) && !at.Contains(write):
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a loop does nothing that matters but wait until its condition holds: <c>while (!listening) Thread.Sleep(1);</c></summary>
    internal static bool IsPolling(SyntaxNode node)
        => ConditionOf(node) is { } condition && condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any() && Calls(node).Any(IsPause) && !node.DescendantNodes().Any(static inner => inner is AssignmentExpressionSyntax);

    // A loop that moves the variable on counts its own turns.
    private static bool IsWatch(SyntaxNode look, IReadOnlyList<TaskUse> uses) => look.Ancestors()
        .TakeWhile(static at => at is not (MemberDeclarationSyntax or LocalFunctionStatementSyntax))
        .Any(at => ConditionOf(at)?.Span.Contains(look.Span) == true
            ? Calls(at).Any(IsPause) && !uses.Any(use => use.Use.Writes && at.Contains(use.Use.Syntax))
            : IsGivenToWait(at));

    private static ExpressionSyntax? ConditionOf(SyntaxNode node) => node switch
    {
        WhileStatementSyntax loop => loop.Condition,
        DoStatementSyntax loop => loop.Condition,
        ForStatementSyntax loop => loop.Condition,
        _ => null,
    };

    private static IEnumerable<string> Calls(SyntaxNode loop) => loop.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(NameOf).OfType<string>();

    private static bool IsPause(string method) => Array.IndexOf(s_pauses, method) >= 0;

    private static bool IsGivenToWait(SyntaxNode node)
        => node is AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } && NameOf(call) is "SpinUntil" or "WaitUntil";

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
