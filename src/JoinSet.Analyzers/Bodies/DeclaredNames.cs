using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Bodies;

/// <summary>What a file declares with the type of a set. Bodies are not read.</summary>
/// <remarks>Thread safety: has no state but what is kept with a tree.</remarks>
internal static class DeclaredNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, string[]> s_ofType = new();

    private static readonly ConditionalWeakTable<SyntaxTree, string[]> s_aliasesOfType = new();

    /// <summary>The names of members that have a set for a value, a result or a parameter.</summary>
    /// <param name="file">Where they are declared.</param>
    /// <param name="types">The names of the type.</param>
    internal static string[] In(SyntaxTree file, WordTable types) => types == WordTable.TypeName
        ? s_ofType.GetValue(file, static file => Find(file, WordTable.TypeName))
        : Find(file, types);

    /// <summary>The aliases of the type.</summary>
    internal static string[] AliasesIn(SyntaxTree file, WordTable types) => types == WordTable.TypeName
        ? s_aliasesOfType.GetValue(file, static file => FindAliases(file, WordTable.TypeName))
        : FindAliases(file, types);

    private static string[] Find(SyntaxTree file, WordTable types) => file.GetRoot()
        .DescendantNodes(static node => IsSpace(node) || node is TypeDeclarationSyntax or ParameterListSyntax or FieldDeclarationSyntax or VariableDeclarationSyntax)
        .Select(node => NameOf(node, types))
        .OfType<string>()
        .Distinct()
        .ToArray();

    private static string[] FindAliases(SyntaxTree file, WordTable types) => file.GetRoot()
        .DescendantNodes(IsSpace)
        .OfType<UsingDirectiveSyntax>()
        .Where(alias => alias.Alias is not null && SaysType(alias, types))
        .Select(static alias => alias.Alias!.Name.Identifier.ValueText)
        .ToArray();

    private static bool IsSpace(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax;

    private static string? NameOf(SyntaxNode node, WordTable types) => node switch
    {
        MethodDeclarationSyntax method when SaysType(method.ReturnType, types) || SaysType(method.ParameterList, types) => method.Identifier.ValueText,
        PropertyDeclarationSyntax property when SaysType(property.Type, types) => property.Identifier.ValueText,
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } field when SaysType(declaration.Type, types) => field.Identifier.ValueText,
        ParameterSyntax { Type: { } type, Parent.Parent: TypeDeclarationSyntax } parameter when SaysType(type, types) => parameter.Identifier.ValueText,
        TypeDeclarationSyntax { ParameterList: { } parameters } type when SaysType(parameters, types) => type.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor when SaysType(constructor.ParameterList, types) => constructor.Identifier.ValueText,
        _ => null,
    };

    private static bool SaysType(SyntaxNode node, WordTable types) => node.DescendantTokens().Any(token => types.Contains(token.ValueText));
}
