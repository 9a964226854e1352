using JoinSets.Analyzers.Sendability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sharing;

/// <summary>How many a semaphore lets in, where its making can be seen.</summary>
internal static class Capacity
{
    /// <summary>The number; one more than one where it is made for a number that only the running program knows; null where nothing is seen.</summary>
    internal static int? Of(ISymbol semaphore, BodyCode body)
        => semaphore.TypeOfVariable()?.Name.Contains("Semaphore") == true && MadeBy(semaphore, body) is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }
            ? NumberIn(arguments, body)
            : null;

    private static SyntaxNode? MadeBy(ISymbol semaphore, BodyCode body)
    {
        if (semaphore is not (IFieldSymbol or IPropertySymbol))
        {
            return body.OnlyValueOf(semaphore)?.Syntax;
        }

        IReadOnlyList<ExpressionSyntax> values = MemberValues.Seen(semaphore, body.Compilation);
        return values.Count == 1 ? values[0] : null;
    }

    private static int NumberIn(SeparatedSyntaxList<ArgumentSyntax> arguments, BodyCode body)
    {
        ArgumentSyntax first = arguments.FirstOrDefault(static argument => argument.NameColon?.Name.Identifier.ValueText is "initialCount") ?? arguments[0];
        return body.ModelOf(first).GetConstantValue(first.Expression) is { HasValue: true, Value: int number } ? number : 2;
    }
}
