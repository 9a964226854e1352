using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
            ? NumberIn(arguments[0].Expression)
            : null;
    }

    private static int NumberIn(ExpressionSyntax argument)
        => argument is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } literal && literal.Token.Value is int number ? number : 2;
}
