using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace JoinSets.Analyzers.Bodies;

/// <summary>
/// Finds words in the text of a file. The compiler has the text at hand; a node it makes when somebody asks for it, and to ask a file for
/// all of its nodes costs many times more than to read it.
/// </summary>
/// <remarks>What stands in comments, strings and disabled code is found, too: whoever asks looks at the token that stands there.</remarks>
internal static class TextWords
{
    /// <summary>Where words of the table begin, from left to right.</summary>
    /// <remarks>
    /// The framework's own search for a string goes through a text tens of times faster than a loop of ours does, until the runtime has seen that the
    /// loop matters: so each word is sought by itself, unless there are very many.
    /// </remarks>
    internal static List<int> Find(string text, WordTable words)
        => (words.Roots is { } roots ? roots.SelectMany(root => Around(text, root, words)).Distinct().OrderBy(static start => start) : All(text, words)).ToList();

    /// <summary>Where the word stands by itself.</summary>
    internal static IEnumerable<int> Find(string text, string word)
    {
        for (int at = Next(text, word, 0); at >= 0; at = Next(text, word, at + word.Length))
        {
            if (!IsPart(text, at - 1) && !IsPart(text, at + word.Length))
            {
                yield return at;
            }
        }
    }

    /// <summary>Whether every name of the code stands in the text as it is meant: not with an escape, nor with a character that does not count.</summary>
    internal static bool IsPlain(string text)
        => Next(text, "\\u", 0) < 0 && Next(text, "\\U", 0) < 0 && (IsAscii(text) || !HidesCharacter(text));

    /// <summary>The first place from here on where no white space stands.</summary>
    internal static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>The end of the word that goes on here.</summary>
    internal static int EndOfWord(string text, int at)
    {
        while (IsPart(text, at))
        {
            at++;
        }

        return at;
    }

    private static int StartOfWord(string text, int at)
    {
        while (IsPart(text, at - 1))
        {
            at--;
        }

        return at;
    }

    private static bool IsPart(string text, int at) => at >= 0 && at < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[at]);

    private static IEnumerable<int> Around(string text, string root, WordTable words)
    {
        int end;
        for (int at = Next(text, root, 0); at >= 0; at = Next(text, root, end))
        {
            int start = StartOfWord(text, at);
            end = EndOfWord(text, at);
            if (words.Contains(text, start, end - start))
            {
                yield return start;
            }
        }
    }

    private static IEnumerable<int> All(string text, WordTable words)
    {
        int end;
        for (int at = 0; at < text.Length; at = end + 1)
        {
            end = EndOfWord(text, at);
            if (end > at && words.Contains(text, at, end - at))
            {
                yield return at;
            }
        }
    }

    private static int Next(string text, string part, int from) => text.IndexOf(part, from, StringComparison.Ordinal);

    // Compiled as well as it can be at once (MethodImplOptions.AggressiveOptimization, which netstandard2.0 has no name for): there is nothing of the framework's to ask.
    [MethodImpl((MethodImplOptions)512)]
    private static bool HidesCharacter(string text)
    {
        foreach (char part in text)
        {
            if (part > sbyte.MaxValue && char.GetUnicodeCategory(part) is UnicodeCategory.Format)
            {
                return true;
            }
        }

        return false;
    }

    // Any other character takes more than one byte.
    private static bool IsAscii(string text) => Encoding.UTF8.GetByteCount(text) == text.Length;
}
