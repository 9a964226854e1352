namespace JoinSets.Analyzers.Bodies;

/// <summary>Some words to be told from all others of a text: most are ruled out by their first letter and their length, without a copy.</summary>
/// <remarks>Thread safety: immutable once made.</remarks>
internal sealed class WordTable
{
    private const int Letters = 128;

    private const int Longest = 63;

    private readonly HashSet<string> _words;
    private readonly ulong[] _lengths = new ulong[Letters + 1];

    internal WordTable(IEnumerable<string> words)
    {
        _words = new HashSet<string>(words.Where(static word => word.Length > 0));
        foreach (string word in _words)
        {
            _lengths[Row(word[0])] |= Bit(word.Length);
        }
    }

    /// <summary>The name of the set, with and without a type argument.</summary>
    internal static WordTable TypeName { get; } = new(["JoinSet"]);

    internal static WordTable Empty { get; } = new([]);

    internal bool IsEmpty => _words.Count == 0;

    internal IReadOnlyCollection<string> Words => _words;

    internal bool Contains(string word) => _words.Contains(word);

    /// <summary>Whether this part of a text is one of the words.</summary>
    internal bool Contains(string text, int start, int length) => MayContain(text[start], length) && _words.Contains(text.Substring(start, length));

    /// <summary>Whether one of the words begins with this letter and has this length.</summary>
    internal bool MayContain(char first, int length) => (_lengths[Row(first)] & Bit(length)) != 0;

    private static int Row(char first) => first < Letters ? first : Letters;

    private static ulong Bit(int length) => 1UL << (length < Longest ? length : Longest);
}
