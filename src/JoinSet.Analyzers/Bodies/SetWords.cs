using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Bodies;

/// <summary>
/// The names by which code speaks of sets: their type, their members, and whatever is declared with that type. Code that says none of
/// them has no set in it, and need not be bound to know that.
/// </summary>
/// <remarks>Thread safety: immutable once made.</remarks>
internal sealed class SetWords
{
    internal SetWords(Compilation compilation)
    {
        SyntaxTree[] trees = compilation.SyntaxTrees.ToArray();
        WordTable types = TypesIn(trees);
        var declared = new HashSet<string>(trees.Where(tree => FileWords.Of(tree).MaySay(types)).SelectMany(tree => DeclaredNames.In(tree, types)));
        DeclaresAny = declared.Count > 0;
        Others = new WordTable(declared.Concat(types.Words).Except(FileScan.SetWords.Words));
    }

    /// <summary>Whether a member of this compilation has a set for a value, a result or a parameter.</summary>
    internal bool DeclaresAny { get; }

    /// <summary>The words of this compilation alone.</summary>
    internal WordTable Others { get; }

    internal bool Contains(string word) => FileScan.SetWords.Contains(word) || Others.Contains(word);

    /// <summary>The type's name, and every alias that stands for it, or for another alias of it.</summary>
    private static WordTable TypesIn(SyntaxTree[] trees)
    {
        WordTable types = WordTable.TypeName;
        while (true)
        {
            WordTable found = new(types.Words.Concat(trees.Where(tree => FileWords.Of(tree).MaySay(types)).SelectMany(tree => DeclaredNames.AliasesIn(tree, types))));
            if (found.Words.Count == types.Words.Count)
            {
                return types;
            }

            types = found;
        }
    }
}
