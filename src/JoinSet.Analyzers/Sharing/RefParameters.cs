using JoinSets.Analyzers.Sendability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sharing;

/// <summary>What a method does to a variable that it is given by <c>ref</c>, by a look at its own text; of what cannot be seen it is taken that it writes.</summary>
internal static class RefParameters
{
    /// <summary>How often a method may hand the reference on to another of its type before nobody follows it any further.</summary>
    private const int MostSteps = 4;

    internal static UseKind KindOf(IParameterSymbol parameter)
    {
        if (SourceOf(parameter) is not { } source)
        {
            return UseKind.Read | UseKind.Write;
        }

        // A helper that goes about it with Interlocked: AtomicMax(ref best, value). Large values go by reference only to save the copy.
        return Synchronization.IsUsedIn(source) ? UseKind.Read | UseKind.Write | UseKind.Atomic
            : IsWritten(parameter, MostSteps) ? UseKind.Read | UseKind.Write
            : UseKind.Read;
    }

    private static SyntaxNode? SourceOf(IParameterSymbol parameter)
        => parameter.ContainingSymbol is IMethodSymbol { IsAbstract: false, IsExtern: false } method ? method.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() : null;

    private static bool IsWritten(IParameterSymbol parameter, int steps)
        => steps > 0 && SourceOf(parameter) is { } source
            && MentionsIn(source, parameter.Name).ToList() is var mentions
            && (mentions.Exists(IsGiven) || mentions.SelectMany(mention => ReceiversOf(mention, parameter)).Any(next => IsWritten(next, steps - 1)));

    // The parameters of the methods of the same type, by their name, that get the reference.
    private static IEnumerable<IParameterSymbol> ReceiversOf(IdentifierNameSyntax mention, IParameterSymbol parameter)
        => mention.Parent is ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword, Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: SimpleNameSyntax name } } list } argument
            ? parameter.ContainingType.GetMembers(name.Identifier.ValueText).OfType<IMethodSymbol>()
                .Where(method => method.Parameters.Length == list.Arguments.Count && !method.IsSameAs(parameter.ContainingSymbol))
                .Select(method => method.Parameters[list.Arguments.IndexOf(argument)])
            : [];

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
