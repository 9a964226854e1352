namespace JoinSets.Analyzers.Bodies;

/// <summary>Some words to be told from all others of a text.</summary>
/// <remarks>Thread safety: immutable once made.</remarks>
internal sealed class WordTable
{
    /// <summary>More roots than this are not sought one by one.</summary>
    private const int MostRoots = 32;

    private readonly HashSet<string> _words;
    private readonly HashSet<int> _lengths;

    internal WordTable(IEnumerable<string> words)
    {
        _words = new HashSet<string>(words.Where(static word => word.Length > 0));
        _lengths = new HashSet<int>(_words.Select(static word => word.Length));
        Roots = _words.Count > MostRoots ? null : _words.Where(IsRoot).ToArray();
    }

    /// <summary>The name of the set, with and without a type argument.</summary>
    internal static WordTable TypeName { get; } = new(["JoinSet"]);

    internal static WordTable Empty { get; } = new([]);

    internal bool IsEmpty => _words.Count == 0;

    internal IReadOnlyCollection<string> Words => _words;

    /// <summary>The words that no other word is a part of: each word of the table has at least one of these in it. Null where there are very many.</summary>
    internal IReadOnlyList<string>? Roots { get; }

    internal bool Contains(string word) => _words.Contains(word);

    /// <summary>Whether this part of a text is one of the words.</summary>
    internal bool Contains(string text, int start, int length) => _lengths.Contains(length) && _words.Contains(text.Substring(start, length));

    // Spawn, and not SpawnLocal: whoever looks for the one finds the other.
    private bool IsRoot(string word) => !_words.Any(other => other != word && word.IndexOf(other, StringComparison.Ordinal) >= 0);
}
