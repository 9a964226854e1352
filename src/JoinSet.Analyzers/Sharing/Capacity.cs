using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sharing;

/// <summary>How many a semaphore lets in, where its making can be seen.</summary>
internal static class Capacity
{
    /// <summary>The number; one more than one where it is made for a number that only the running program knows; null where nothing is seen.</summary>
    internal static int? Of(ISymbol semaphore, BodyCode body)
    {
        SyntaxNode? made = body.OnlyValueOf(semaphore)?.Syntax
            ?? (semaphore is IFieldSymbol ? semaphore.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as VariableDeclaratorSyntax : null)?.Initializer?.Value;
        return made is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }
            ? body.NumberAt(InitialIn(arguments)) ?? 2
            : null;
    }

    private static ExpressionSyntax InitialIn(SeparatedSyntaxList<ArgumentSyntax> arguments)
        => (arguments.FirstOrDefault(static argument => argument.NameColon?.Name.Identifier.ValueText == "initialCount") ?? arguments[0]).Expression;
}
