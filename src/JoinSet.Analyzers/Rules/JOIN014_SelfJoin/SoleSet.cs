using JoinSets.Analyzers.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

/// <summary>Whether a variable holds one set and never another: a task that reads it later finds the set that it is in.</summary>
internal static class SoleSet
{
    internal static bool IsIn(ISymbol variable, SyntaxNode code, SemanticModel model) => variable switch
    {
        ILocalSymbol local => LocalValues.OnlyValueOf(local, model) is not null,
        IParameterSymbol => !LocalValues.WritesTo(variable, code.SyntaxTree.GetRoot(), model).Any(),
        IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null } => true,
        _ => WritesByName(variable) <= 1,
    };

    /// <summary>Counted by name in every part of the type, since other files are not bound here: too many make the rule more careful.</summary>
    private static int WritesByName(ISymbol member) => member.ContainingType.DeclaringSyntaxReferences
        .SelectMany(static part => part.GetSyntax().DescendantNodes())
        .Count(node => IsWrite(node, member.Name));

    private static bool IsWrite(SyntaxNode node, string name) => node switch
    {
        AssignmentExpressionSyntax assignment => NameOf(assignment.Left) == name && !assignment.Right.IsKind(SyntaxKind.NullLiteralExpression),
        VariableDeclaratorSyntax { Initializer: not null, Parent.Parent: FieldDeclarationSyntax } declarator => declarator.Identifier.ValueText == name,
        PropertyDeclarationSyntax { Initializer: not null } property => property.Identifier.ValueText == name,
        ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => NameOf(argument.Expression) == name,
        _ => false,
    };

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
