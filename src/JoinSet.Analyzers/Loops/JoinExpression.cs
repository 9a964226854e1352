using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Loops;

/// <summary>Where a value comes from: <c>await set.JoinNextAsync()</c>, also by ConfigureAwait, AsTask or a blocking wait, and by a local that holds it.</summary>
internal static class JoinExpression
{
    /// <summary>The join that the expression gives the result of; null where it gives anything else.</summary>
    internal static SetCall? In(ExpressionSyntax expression, SemanticModel model, KnownSymbols symbols)
    {
        ExpressionSyntax bare = SetVariable.Bare(expression);
        if (bare is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment)
        {
            bare = SetVariable.Bare(assignment.Right);
        }

        return bare is IdentifierNameSyntax name ? OfLocal(name, model, symbols) : OfWait(bare, model, symbols);
    }

    private static SetCall? OfWait(ExpressionSyntax expression, SemanticModel model, KnownSymbols symbols)
        => Waited(expression) is { } call && SetCall.Of(call, model, symbols) is { Member: "JoinNextAsync", Set: not null } join ? join : null;

    private static InvocationExpressionSyntax? Waited(ExpressionSyntax expression)
    {
        bool isWaited = false;
        while (true)
        {
            switch (SetVariable.Bare(expression))
            {
                case AwaitExpressionSyntax wait:
                    isWaited = true;
                    expression = wait.Expression;
                    continue;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } result:
                    isWaited = true;
                    expression = result.Expression;
                    continue;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "AsTask" or "GetAwaiter" or "GetResult" } access }:
                    isWaited |= access.Name.Identifier.ValueText is "GetResult";
                    expression = access.Expression;
                    continue;
                case InvocationExpressionSyntax call:
                    return isWaited && SetCall.NameOf(call) is "JoinNextAsync" ? call : null;
                default:
                    return null;
            }
        }
    }

    /// <summary>A local that holds nothing but results of one set; the last join in the source stands for all.</summary>
    private static SetCall? OfLocal(IdentifierNameSyntax name, SemanticModel model, KnownSymbols symbols)
    {
        if (model.GetSymbolInfo(name).Symbol is not ILocalSymbol { IsRef: false } local)
        {
            return null;
        }

        SetCall? last = null;
        foreach (ExpressionSyntax? value in LocalValues.Of(local, model))
        {
            if (value is null || OfWait(SetVariable.Bare(value), model, symbols) is not { } join
                || (last is { } before && !SymbolEqualityComparer.Default.Equals(before.Set, join.Set)))
            {
                return null;
            }

            last = join;
        }

        return last;
    }
}
