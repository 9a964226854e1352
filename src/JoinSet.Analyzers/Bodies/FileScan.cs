using JoinSets.Analyzers.Symbols;

namespace JoinSets.Analyzers.Bodies;

/// <summary>Reads the text of one file: where it says what the rules look for, as offsets.</summary>
internal sealed class FileScan
{
    /// <summary>Members of the set whose names many other types use, too.</summary>
    private static readonly string[] s_common = ["Add", "Count", "Dispose", "DisposeAsync", "GetAsyncEnumerator", "IsEmpty", "Name", "ToString"];

    private readonly string _text;

    internal FileScan(string text)
    {
        _text = text;
        IsPlain = TextWords.IsPlain(text);
        Sets = TextWords.Find(text, SetWords);
        SaysType = Sets.Exists(start => WordTable.TypeName.Contains(text, start, TextWords.EndOfWord(text, start) - start));
        AnyWaits = TextWords.Find(text, "WhenAny").ToList();
        HasLoop = TextWords.Find(text, "foreach").Any();
        foreach (int start in TextWords.Find(text, "await"))
        {
            TakeAwait(start, TextWords.SkipSpace(text, start + "await".Length));
        }
    }

    /// <summary>The words that speak of sets in any compilation.</summary>
    internal static WordTable SetWords { get; } = new(SetMembers.Names.Except(s_common).Concat(WordTable.TypeName.Words));

    /// <summary>Whether every name of the code stands in the text as it is meant.</summary>
    internal bool IsPlain { get; }

    internal List<int> Sets { get; }

    /// <summary>Awaits that a loop may follow.</summary>
    internal List<int> Streams { get; } = [];

    internal List<int> AnyWaits { get; }

    /// <summary>Awaits that a bare name may follow.</summary>
    internal List<int> NameWaits { get; } = [];

    internal bool HasLoop { get; }

    internal bool SaysType { get; }

    // What follows a comment or a directive is not looked for: it may be anything.
    private void TakeAwait(int start, int next)
    {
        int end = TextWords.EndOfWord(_text, next);
        bool isUnknown = next < _text.Length && _text[next] is '/' or '#';
        if (isUnknown || Is("foreach", next, end - next))
        {
            Streams.Add(start);
        }

        if (isUnknown || end == next || IsWhole(end))
        {
            NameWaits.Add(start);
        }
    }

    // Whether the name that ends here may be all that is awaited: most awaits call something.
    private bool IsWhole(int end) => end >= _text.Length || _text[end] switch
    {
        '(' or '<' => false,
        '.' => TextWords.EndOfWord(_text, end + 1) is var after && (after == end + 1 || Is("ConfigureAwait", end + 1, after - end - 1)),
        _ => true,
    };

    private bool Is(string word, int start, int length) => length == word.Length && string.CompareOrdinal(_text, start, word, 0, length) == 0;
}
