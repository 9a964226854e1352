using System.Runtime.CompilerServices;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Bodies;

/// <summary>
/// The names by which code speaks of sets: their type, their members, and whatever is declared with that type. Code that says none of
/// them has no set in it, and need not be bound to know that.
/// </summary>
/// <remarks>Thread safety: immutable once made. A file's own names are found once, and kept as long as its tree.</remarks>
internal sealed class SetWords
{
    private const string TypeName = "JoinSet";

    /// <summary>Members of the set whose names many other types use, too.</summary>
    private static readonly string[] s_common = ["Add", "Count", "Dispose", "DisposeAsync", "GetAsyncEnumerator", "IsEmpty", "Name", "ToString"];

    private static readonly ConditionalWeakTable<SyntaxTree, Declared> s_declared = new();

    private readonly HashSet<string> _words = new(SetMembers.Names.Except(s_common)) { TypeName };
    private readonly bool _anyMayBe;

    internal SetWords(Compilation compilation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            Declared declared = s_declared.GetValue(tree, static tree => new Declared(tree.GetRoot()));
            _words.UnionWith(declared.Names);
            _anyMayBe |= declared.HasAlias;
        }
    }

    internal bool Contains(string word) => _anyMayBe || _words.Contains(word);

    /// <summary>What the members of one file are called that have a set for a value, a result or a parameter. Their bodies are not read.</summary>
    private sealed class Declared
    {
        internal Declared(SyntaxNode root)
        {
            foreach (SyntaxNode node in root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or ParameterListSyntax or FieldDeclarationSyntax or VariableDeclarationSyntax))
            {
                // An alias may hide the type's name anywhere.
                HasAlias |= node is UsingDirectiveSyntax { Alias: not null } alias && SaysType(alias);
                if (NameOf(node) is { } name)
                {
                    Names.Add(name);
                }
            }
        }

        internal HashSet<string> Names { get; } = [];

        internal bool HasAlias { get; }

        private static string? NameOf(SyntaxNode node) => node switch
        {
            MethodDeclarationSyntax method when SaysType(method.ReturnType) || SaysType(method.ParameterList) => method.Identifier.ValueText,
            PropertyDeclarationSyntax property when SaysType(property.Type) => property.Identifier.ValueText,
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } field when SaysType(declaration.Type) => field.Identifier.ValueText,
            ParameterSyntax { Type: { } type, Parent.Parent: TypeDeclarationSyntax } parameter when SaysType(type) => parameter.Identifier.ValueText,
            TypeDeclarationSyntax { ParameterList: { } parameters } type when SaysType(parameters) => type.Identifier.ValueText,
            ConstructorDeclarationSyntax constructor when SaysType(constructor.ParameterList) => constructor.Identifier.ValueText,
            _ => null,
        };

        private static bool SaysType(SyntaxNode node) => node.DescendantTokens().Any(static token => token.ValueText == TypeName);
    }
}
