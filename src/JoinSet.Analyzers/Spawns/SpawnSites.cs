using System.Collections.Immutable;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Spawns;

/// <summary>The calls that start asynchronous work in a set, and which of their arguments is the work.</summary>
internal static class SpawnSites
{
    private static readonly ImmutableDictionary<string, int> s_placesOfWork = new Dictionary<string, int>
    {
        ["Spawn"] = 0,
        ["SpawnOn"] = 1,
        ["SpawnEach"] = 1,
        ["SpawnLocal"] = 0,
    }.ToImmutableDictionary();

    /// <summary>The work that a call is given, if it looks like a spawn.</summary>
    internal static ExpressionSyntax? WorkOf(InvocationExpressionSyntax call)
    {
        if (NameOf(call) is not { } name || !s_placesOfWork.TryGetValue(name, out int place))
        {
            return null;
        }

        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        ArgumentSyntax? named = arguments.FirstOrDefault(static argument => argument.NameColon?.Name.Identifier.ValueText == "work");
        ArgumentSyntax? work = named ?? (place < arguments.Count && arguments[place].NameColon is null ? arguments[place] : null);
        return work is null ? null : Bare(work.Expression);
    }

    /// <summary>The spawn whose work this expression is.</summary>
    internal static InvocationExpressionSyntax? Of(ExpressionSyntax work, SemanticModel model, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        SyntaxNode at = work;
        while (at.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax)
        {
            at = at.Parent;
        }

        return at.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } && WorkOf(call) == work && IsSpawn(call, model, symbols, cancellationToken)
            ? call
            : null;
    }

    internal static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };

    internal static bool IsSpawn(InvocationExpressionSyntax call, SemanticModel model, KnownSymbols symbols, CancellationToken cancellationToken)
        => model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method && symbols.IsSet(method.ContainingType);

    /// <summary>What is left without parentheses, casts and <c>!</c>.</summary>
    internal static ExpressionSyntax Bare(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case CastExpressionSyntax cast:
                    expression = cast.Expression;
                    break;
                case PostfixUnaryExpressionSyntax suppressed:
                    expression = suppressed.Operand;
                    break;
                default:
                    return expression;
            }
        }
    }
}
