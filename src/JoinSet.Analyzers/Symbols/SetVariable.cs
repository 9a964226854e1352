using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Symbols;

/// <summary>
/// The variable that an expression names a set by: a local, a parameter, or a field or automatic property of this object or of a type.
/// Two expressions with one variable mean one set, as long as nobody gives the variable another.
/// </summary>
internal static class SetVariable
{
    /// <summary>Null where the expression is no set, or might be another one the next time it is asked.</summary>
    internal static ISymbol? Of(ExpressionSyntax expression, SemanticModel model, KnownSymbols symbols)
    {
        ExpressionSyntax bare = Bare(expression);
        if (bare is not IdentifierNameSyntax && !IsOfThis(bare))
        {
            return null;
        }

        return model.GetSymbolInfo(bare).Symbol switch
        {
            ILocalSymbol { IsRef: false } local when symbols.IsSet(local.Type) => local,
            IParameterSymbol parameter when symbols.IsSet(parameter.Type) => parameter,
            IFieldSymbol field when symbols.IsSet(field.Type) => field,
            IPropertySymbol property when symbols.IsSet(property.Type) && IsAutomatic(property) => property,
            _ => null,
        };
    }

    /// <summary>The expression without what does not change its value: <c>(set)!</c> is <c>set</c>.</summary>
    internal static ExpressionSyntax Bare(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    continue;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                    expression = suppressed.Operand;
                    continue;
                default:
                    return expression;
            }
        }
    }

    private static bool IsOfThis(ExpressionSyntax expression)
        => expression is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax };

    private static bool IsAutomatic(IPropertySymbol property)
        => property.DeclaringSyntaxReferences.Length > 0 && property.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            PropertyDeclarationSyntax { AccessorList: { } list } => list.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null }),
            _ => false,
        };
}
