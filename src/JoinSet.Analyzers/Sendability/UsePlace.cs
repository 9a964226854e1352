using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sendability;

/// <summary>What is done at a place where a member's name stands, told by the syntax around it.</summary>
internal static class UsePlace
{
    /// <summary>Whether the place runs once the object is made: not in a constructor or an initializer, lambdas in there aside.</summary>
    internal static bool IsAfterConstruction(SyntaxNode use)
    {
        foreach (SyntaxNode node in use.Ancestors())
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                case AccessorDeclarationSyntax accessor when !accessor.IsKind(SyntaxKind.InitAccessorDeclaration):
                case ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax }:
                    return true;
                case ConstructorDeclarationSyntax or AccessorDeclarationSyntax:
                    return IsStatic(node);
                case BaseMethodDeclarationSyntax:
                    return true;
                case BaseFieldDeclarationSyntax or BasePropertyDeclarationSyntax or TypeDeclarationSyntax:
                    return false;
                default:
                    continue;
            }
        }

        return false;
    }

    /// <summary>Whether the name is given a value there, or given away so that others can give it one. An object initializer is a part of making the object.</summary>
    internal static bool IsWrite(SimpleNameSyntax use)
    {
        ExpressionSyntax whole = WholeOf(use);
        return whole.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == whole && assignment.Parent is not InitializerExpressionSyntax,
            PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression) || prefix.IsKind(SyntaxKind.AddressOfExpression),
            PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.PostIncrementExpression) || postfix.IsKind(SyntaxKind.PostDecrementExpression),
            ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword) || argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword) || IsInAssignedTuple(argument),
            RefExpressionSyntax => true,
            _ => false,
        };
    }

    /// <summary>The name with what stands before it: <c>this.name</c>, <c>other.name</c>, in parentheses.</summary>
    internal static ExpressionSyntax WholeOf(SimpleNameSyntax use)
    {
        ExpressionSyntax whole = use;
        while (true)
        {
            switch (whole.Parent)
            {
                case MemberAccessExpressionSyntax access when access.Name == whole:
                    whole = access;
                    break;
                case ParenthesizedExpressionSyntax parentheses:
                    whole = parentheses;
                    break;
                case PostfixUnaryExpressionSyntax suppressed when suppressed.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                    whole = suppressed;
                    break;
                default:
                    return whole;
            }
        }
    }

    private static bool IsInAssignedTuple(SyntaxNode argument)
    {
        SyntaxNode at = argument;
        while (at is ArgumentSyntax && at.Parent is TupleExpressionSyntax tuple)
        {
            if (tuple.Parent is AssignmentExpressionSyntax assignment)
            {
                return assignment.Left == tuple;
            }

            if (tuple.Parent is ForEachVariableStatementSyntax)
            {
                return true;
            }

            at = tuple.Parent!;
        }

        return false;
    }

    private static bool IsStatic(SyntaxNode node) => node is MemberDeclarationSyntax member && member.Modifiers.Any(SyntaxKind.StaticKeyword);
}
