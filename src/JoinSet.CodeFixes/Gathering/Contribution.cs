using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Gathering;

/// <summary>What a task adds to something shared as its last act: the values that it has for it, and how somebody else adds them.</summary>
/// <param name="act">What it does now: an expression that is a statement, or the whole body; or an <c>if</c> around it.</param>
/// <param name="values">The values in it, as they stand in the source, one or two; none where it counts.</param>
/// <param name="typeName">The type of the result that the task gives instead.</param>
/// <param name="fold">The statement that adds the result, with {0} and {1} for the values.</param>
/// <param name="bulk">The method of the collection that takes all results at once; null where there is none.</param>
internal sealed class Contribution(LastAct act, IReadOnlyList<ExpressionSyntax> values, string typeName, string fold, string? bulk = null)
{
    private const string One = "1";

    internal string TypeName => typeName;

    internal string Fold => fold;

    /// <summary>How many values one result holds.</summary>
    internal int Count => Math.Max(values.Count, 1);

    internal string? Bulk => bulk;

    /// <summary>Where the task mentions what it adds to.</summary>
    internal TextSpan Span => act.Span;

    /// <summary>The task gives the values back.</summary>
    internal void Return(TextEdits edits)
    {
        string head = act.IsStatement ? "return " : "";
        string tail = act.IsStatement ? ";" : "";
        if (values.Count == 0)
        {
            edits.AddOnce(new TextEdit(act.Span, head + One + tail));
            return;
        }

        (string open, string close) = values.Count > 1 ? ("(", ")") : ("", "");
        edits.AddOnce(new TextEdit(TextSpan.FromBounds(act.Span.Start, values[0].SpanStart), head + open));
        if (values.Count > 1)
        {
            edits.AddOnce(new TextEdit(TextSpan.FromBounds(values[0].Span.End, values[1].SpanStart), ", "));
        }

        edits.AddOnce(new TextEdit(TextSpan.FromBounds(values[values.Count - 1].Span.End, act.Span.End), close + tail));
    }
}
