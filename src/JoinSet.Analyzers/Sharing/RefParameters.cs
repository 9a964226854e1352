using JoinSets.Analyzers.Sendability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sharing;

/// <summary>What a method does to a variable that it is given by <c>ref</c>, by a look at its own text; of what cannot be seen it is taken that it writes.</summary>
internal static class RefParameters
{
    internal static UseKind KindOf(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { IsAbstract: false, IsExtern: false } method
            || method.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } source)
        {
            return UseKind.Read | UseKind.Write;
        }

        // A helper that goes about it with Interlocked: AtomicMax(ref best, value). Large values go by reference only to save the copy.
        return Synchronization.IsUsedIn(source) ? UseKind.Read | UseKind.Write | UseKind.Atomic
            : MentionsIn(source, parameter.Name).Any(IsGiven) ? UseKind.Read | UseKind.Write
            : UseKind.Read;
    }

    private static IEnumerable<IdentifierNameSyntax> MentionsIn(SyntaxNode source, string name)
        => source.DescendantNodes().OfType<IdentifierNameSyntax>().Where(mention => mention.Identifier.ValueText == name);

    private static bool IsGiven(IdentifierNameSyntax mention)
    {
        ExpressionSyntax whole = mention;
        while (whole.Parent is MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax && !(whole.Parent is MemberAccessExpressionSyntax access && access.Name == whole))
        {
            whole = (ExpressionSyntax)whole.Parent;
        }

        return whole.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == whole,
            PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
            PostfixUnaryExpressionSyntax postfix => postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
            ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: TupleExpressionSyntax left } } tuple } => left == tuple,
            ArgumentSyntax argument => argument.RefKindKeyword.Kind() is SyntaxKind.OutKeyword,
            _ => false,
        };
    }
}
