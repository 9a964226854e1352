using JoinSets.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Hops;

/// <summary>Signs that the starter gives: a semaphore released, an event set. What it did before, it may have done before the task went on.</summary>
internal static class GivenSigns
{
    /// <summary>Whether the function that uses the variable gives a sign afterwards.</summary>
    internal static bool ComeAfter(VariableUse use) => use.Owner.Syntax
        .DescendantNodes(node => node == use.Owner.Syntax || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .OfType<InvocationExpressionSyntax>()
        .Any(call => call.SpanStart > use.Syntax.Span.End && call.Expression is MemberAccessExpressionSyntax { Expression: not (IdentifierNameSyntax { Identifier.ValueText: "Volatile" or "Interlocked" }), Name.Identifier.ValueText: var name } && IsSign(name));

    private static bool IsSign(string name)
        => name is "Release" or "Set" or "SetResult" or "TrySetResult" or "SetException" or "TrySetException" or "SetCanceled" or "TrySetCanceled" or "Signal" or "Pulse" or "PulseAll" or "ReleaseMutex" or "Exit";
}
