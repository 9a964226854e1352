using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using JoinSets.Analyzers.Sendability;

namespace JoinSets.Analyzers.Sharing;

/// <summary>
/// Whether a variable may hold what its type forbids to share and its maker allows: <c>Random.Shared</c>, a synchronized writer. Asked
/// last, of what would be reported, and answered by the text alone: the value may stand in another file.
/// </summary>
internal static class SafeValues
{
    internal static bool MayBeIn(ISymbol variable, BodyCode body) => variable switch
    {
        ILocalSymbol => body.Values.TryGetValue(variable, out List<IOperation>? values) && values.Exists(static value => IsNamedIn(value.Syntax)),
        IFieldSymbol or IPropertySymbol => variable.DeclaringSyntaxReferences.Any(static reference => IsNamedIn(reference.GetSyntax()))
            || variable.ContainingType.DeclaringSyntaxReferences.Any(reference => IsGivenIn(reference.GetSyntax(), variable.Name)),
        _ => false,
    };

    private static bool IsGivenIn(SyntaxNode type, string name) => type.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Any(assignment => NameOf(assignment.Left) == name && IsNamedIn(assignment.Right));

    private static bool IsNamedIn(SyntaxNode value) => value.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>()
        .Any(static access => SafeMembers.IsNamed(NameOf(access.Expression), access.Name.Identifier.ValueText));

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
