using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Edits;

/// <summary>Edits of one document, planned on its present text. What no edit touches keeps every comment and space it has.</summary>
/// <remarks>
/// New code is written with <c>\n</c> and four spaces, then given the document's own line ends and laid out by the formatter, which
/// knows the user's settings, with the indentation that the document has already. Only new code is laid out.
/// </remarks>
internal sealed class TextEdits
{
    private readonly List<TextEdit> _edits = [];
    private readonly HashSet<object> _planned = [];

    /// <summary>Adds the edit; once only where several remedies ask for the very same one.</summary>
    internal void AddOnce(TextEdit edit)
    {
        if (!edit.IsEmpty && !_edits.Contains(edit))
        {
            _edits.Add(edit);
        }
    }

    internal void Add(TextEdit edit) => _edits.Add(edit);

    /// <summary>True the first time: several reports may ask for the same thing, of which one is enough.</summary>
    internal bool IsFirstFor(object what) => _planned.Add(what);

    /// <summary>Whether the text there goes, so that what is put before it comes last.</summary>
    internal bool Removes(TextSpan span) => _edits.Exists(edit => edit.Text.Length == 0 && edit.Span.Contains(span));

    /// <summary>Whether some new code has this name in it, declared or not.</summary>
    internal bool HasName(string name) => _edits.Exists(edit => SyntaxFactory.ParseTokens(edit.Text).Any(token => token.ValueText == name));

    internal async Task<Document> ApplyAsync(Document document, CancellationToken cancellationToken)
    {
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        string lineEnd = LineEndOf(text);
        var changes = new List<TextChange>();
        var fresh = new List<TextSpan>();
        int shift = 0;
        foreach (IGrouping<TextSpan, TextEdit> place in InOrder())
        {
            var change = new TextChange(place.Key, string.Concat(place.Select(static edit => edit.Text)).Replace("\r\n", "\n").Replace("\n", lineEnd));
            changes.Add(change);
            if (place.Any(static edit => edit.IsLaidOut))
            {
                fresh.Add(new TextSpan(place.Key.Start + shift, change.NewText!.Length));
            }

            shift += change.NewText!.Length - place.Key.Length;
        }

        Indentation? indentation = Indentation.Of(await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false));
        return await LayOutAsync(document.WithText(text.WithChanges(changes)), fresh, lineEnd, indentation, cancellationToken).ConfigureAwait(false);
    }

    private IEnumerable<IGrouping<TextSpan, TextEdit>> InOrder()
        => _edits.OrderBy(static edit => edit.Order).GroupBy(static edit => edit.Span).OrderBy(static place => place.Key.Start).ThenBy(static place => place.Key.End);

    private static async Task<Document> LayOutAsync(Document document, List<TextSpan> fresh, string lineEnd, Indentation? indentation, CancellationToken cancellationToken)
    {
        OptionSet options = await document.GetOptionsAsync(cancellationToken).ConfigureAwait(false);
        options = options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, lineEnd);
        return await Formatter.FormatAsync(document, fresh, indentation?.Set(options) ?? options, cancellationToken).ConfigureAwait(false);
    }

    private static string LineEndOf(SourceText text)
    {
        TextLine first = text.Lines[0];
        return first.EndIncludingLineBreak - first.End == 2 ? "\r\n" : "\n";
    }
}
