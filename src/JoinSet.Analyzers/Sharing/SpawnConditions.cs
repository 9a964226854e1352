using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sharing;

/// <summary>Under which plain conditions a call stands: <c>if (parallel) set.Spawn(…)</c>.</summary>
internal static class SpawnConditions
{
    /// <summary>Whether the call is only reached where the variable, which never changes, has the other value.</summary>
    internal static bool Contradict(SpawnCall spawn, ISymbol variable, bool value, BodyCode body)
    {
        if (variable is not (ILocalSymbol or IParameterSymbol) || IsChanged(variable, body))
        {
            return false;
        }

        SyntaxNode inner = spawn.Call.Syntax;
        for (SyntaxNode? at = inner.Parent; at is not null && inner != spawn.Owner.Syntax; inner = at, at = at.Parent)
        {
            if (at is IfStatementSyntax choice && inner != choice.Condition && IsAbout(choice.Condition, variable, out bool isPlain))
            {
                bool wanted = isPlain == (inner == choice.Statement);
                return wanted != value;
            }
        }

        return false;
    }

    private static bool IsChanged(ISymbol variable, BodyCode body)
        => body.Leaked.Contains(variable) || (body.Values.TryGetValue(variable, out List<IOperation>? values) && values.Count > (variable is ILocalSymbol ? 1 : 0));

    private static bool IsAbout(ExpressionSyntax condition, ISymbol variable, out bool isPlain)
    {
        isPlain = true;
        while (condition is ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression })
        {
            isPlain ^= condition is PrefixUnaryExpressionSyntax;
            condition = condition is PrefixUnaryExpressionSyntax not ? not.Operand : ((ParenthesizedExpressionSyntax)condition).Expression;
        }

        return condition is IdentifierNameSyntax name && name.Identifier.ValueText == variable.Name;
    }
}
