using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Edits;

/// <summary>What a document indents its lines with: new code is to look like its neighbours, also where no setting says how.</summary>
internal sealed class Indentation
{
    private readonly string _step;

    private Indentation(string step) => _step = step;

    /// <summary>The step of this document; four spaces where none of its lines tells.</summary>
    internal static string StepOf(SyntaxTree tree) => Of(tree.GetRoot())?._step ?? "    ";

    /// <summary>The step from the first braces that stand on lines of their own to what is in them; null where no line tells.</summary>
    internal static Indentation? Of(SyntaxNode? root)
        => root?.DescendantNodes().Select(StepInto).FirstOrDefault(static step => step is not null) is { } first ? new Indentation(first) : null;

    internal OptionSet Set(OptionSet options)
    {
        OptionSet changed = options.WithChangedOption(FormattingOptions.UseTabs, LanguageNames.CSharp, _step == "\t");
        return _step == "\t" ? changed : changed.WithChangedOption(FormattingOptions.IndentationSize, LanguageNames.CSharp, _step.Length);
    }

    private static string? StepInto(SyntaxNode node) => node switch
    {
        BlockSyntax { Statements: { Count: > 0 } statements } block => Step(block.CloseBraceToken, statements[0]),
        TypeDeclarationSyntax { Members: { Count: > 0 } members } type => Step(type.CloseBraceToken, members[0]),
        NamespaceDeclarationSyntax { Members: { Count: > 0 } members } space => Step(space.CloseBraceToken, members[0]),
        _ => null,
    };

    private static string? Step(SyntaxToken brace, SyntaxNode inner)
    {
        SourceText text = inner.SyntaxTree.GetText();
        return HeadOf(text, brace.SpanStart) is { } outer
            && HeadOf(text, inner.SpanStart) is { } head
            && head.StartsWith(outer, StringComparison.Ordinal)
            && head.Substring(outer.Length) is var step
            && (step == "\t" || (step.Length is > 1 and <= 8 && step.All(static space => space == ' ')))
                ? step
                : null;
    }

    /// <summary>The white space before what begins a line; null where something else does.</summary>
    private static string? HeadOf(SourceText text, int position)
    {
        string head = text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(position).Start, position));
        return string.IsNullOrWhiteSpace(head) ? head : null;
    }
}
