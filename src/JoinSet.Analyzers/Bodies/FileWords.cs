using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Bodies;

/// <summary>
/// Where a file says what the rules look for. It is read as text, once for all rules, and nodes are made only of what was found: all other
/// code costs a look at its letters. Kept as long as the tree: an edit leaves all other files as they are.
/// </summary>
/// <remarks>Thread safety: immutable once made.</remarks>
internal sealed class FileWords
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileWords> s_files = new();

    private readonly SyntaxTree _tree;
    private readonly FileScan _scan;

    private FileWords(SyntaxTree tree)
    {
        _tree = tree;
        _scan = new FileScan(TextOf(tree));
    }

    /// <summary>Awaits of <c>WhenAny</c>.</summary>
    internal IEnumerable<AwaitExpressionSyntax> AnyWaits => _scan.IsPlain ? AwaitsAround(_scan.AnyWaits) : AllWaits;

    /// <summary>Awaits of a variable, in a file that has a loop over a collection.</summary>
    internal IEnumerable<AwaitExpressionSyntax> NameWaits => !_scan.HasLoop ? [] : _scan.IsPlain ? AwaitsAround(_scan.NameWaits) : AllWaits;

    private IEnumerable<AwaitExpressionSyntax> AllWaits => _tree.GetRoot().DescendantNodes().OfType<AwaitExpressionSyntax>();

    internal static FileWords Of(SyntaxTree tree) => s_files.GetValue(tree, static tree => new FileWords(tree));

    /// <summary>Whether the file may say one of these words, in a comment at least.</summary>
    internal bool MaySay(WordTable words) => !words.IsEmpty && (!_scan.IsPlain || (words == WordTable.TypeName ? _scan.SaysType : TextWords.Find(TextOf(_tree), words).Count > 0));

    /// <summary>
    /// The names in the code that speak of sets, and the loops that await what they go over: a set may come from an expression that names
    /// no part of it, and be joined by a loop alone.
    /// </summary>
    /// <param name="others">What speaks of sets in this compilation alone.</param>
    internal IEnumerable<SyntaxNode> Places(WordTable others) => _scan.IsPlain
        ? NamesAt(_scan.Sets).Concat(Names(others)).Concat(ParentsAt(_scan.Streams).Where(IsStream))
        : _tree.GetRoot().DescendantNodes().Where(node => IsStream(node) || IsOneOf(node, FileScan.SetWords) || IsOneOf(node, others));

    /// <summary>The names in the code that are one of these words.</summary>
    internal IEnumerable<SyntaxNode> Names(WordTable words) => words.IsEmpty
        ? []
        : _scan.IsPlain ? NamesAt(TextWords.Find(TextOf(_tree), words)) : _tree.GetRoot().DescendantNodes().Where(node => IsOneOf(node, words));

    /// <summary>What the code declares by one of these words.</summary>
    internal IEnumerable<SyntaxNode> Declarations(WordTable words) => words.IsEmpty
        ? []
        : (_scan.IsPlain ? ParentsAt(TextWords.Find(TextOf(_tree), words)) : _tree.GetRoot().DescendantNodes()).Where(node => NameDeclaredBy(node) is { } name && words.Contains(name));

    private static string? NameDeclaredBy(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        _ => null,
    };

    private static bool IsStream(SyntaxNode node) => node is CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 };

    private static bool IsOneOf(SyntaxNode node, WordTable words) => node is SimpleNameSyntax { Identifier.ValueText: var word } && words.Contains(word);

    // Not kept: a long text is a copy.
    private static string TextOf(SyntaxTree tree) => tree.GetText().ToString();

    private IEnumerable<SyntaxNode> NamesAt(List<int> offsets) => ParentsAt(offsets).Where(static node => node is SimpleNameSyntax);

    private IEnumerable<AwaitExpressionSyntax> AwaitsAround(List<int> offsets)
        => ParentsAt(offsets).Select(static node => node.FirstAncestorOrSelf<AwaitExpressionSyntax>()).OfType<AwaitExpressionSyntax>().Distinct();

    // Of what stands in a comment, a string or disabled code there is none.
    private IEnumerable<SyntaxNode> ParentsAt(List<int> offsets)
    {
        SyntaxNode? root = offsets.Count == 0 ? null : _tree.GetRoot();
        foreach (int offset in offsets)
        {
            SyntaxToken token = root!.FindToken(offset);
            if (token.Span.Contains(offset) && (token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.AwaitKeyword)) && token.Parent is { } parent)
            {
                yield return parent;
            }
        }
    }
}
