using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace JoinSets.Analyzers.Bodies;

/// <summary>
/// Finds words in the text of a file. The compiler has the text at hand; a node it makes when somebody asks for it, and to ask a file for
/// all of its nodes costs many times more than to read it.
/// </summary>
/// <remarks>What stands in comments, strings and disabled code is found, too: whoever asks looks at the token that stands there.</remarks>
internal static class TextWords
{
    private static readonly bool[] s_parts = Enumerable.Range(0, 128).Select(static part => SyntaxFacts.IsIdentifierPartCharacter((char)part)).ToArray();

    /// <summary>
    /// Shows, from left to right, all parts of a text that may be one of these words: the others are passed over by their first letter and length. False where
    /// a name may be written in another way than it is meant: by an escape, or with a character that does not count.
    /// </summary>
    internal static bool Read(string text, WordTable words, Action<int, int> found)
    {
        bool isPlain = true;
        int at = 0;
        while (at < text.Length)
        {
            char first = text[at];
            if (!IsPart(first))
            {
                isPlain &= first != '\\' || !IsEscape(text, at);
                at++;
                continue;
            }

            int start = at;
            at = EndOfWord(text, at, out bool isAscii);
            isPlain &= isAscii || !HidesCharacter(text, start, at);
            if (words.MayContain(first, at - start))
            {
                found(start, at - start);
            }
        }

        return isPlain;
    }

    /// <summary>The first place from here on where no white space stands.</summary>
    internal static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>The end of the word that begins here.</summary>
    internal static int EndOfWord(string text, int at) => EndOfWord(text, at, out _);

    private static int EndOfWord(string text, int at, out bool isAscii)
    {
        int seen = 0;
        while (at < text.Length && IsPart(text[at]))
        {
            seen |= text[at];
            at++;
        }

        isAscii = seen < s_parts.Length;
        return at;
    }

    private static bool IsPart(char part) => part < s_parts.Length ? s_parts[part] : SyntaxFacts.IsIdentifierPartCharacter(part);

    private static bool IsEscape(string text, int at) => at + 1 < text.Length && text[at + 1] is 'u' or 'U';

    private static bool HidesCharacter(string text, int start, int end)
        => Enumerable.Range(start, end - start).Any(at => char.GetUnicodeCategory(text[at]) is UnicodeCategory.Format);
}
