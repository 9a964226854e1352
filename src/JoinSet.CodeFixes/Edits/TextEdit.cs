using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Edits;

/// <summary>New text for a span; where several edits have the same span, the one with the lower order comes first.</summary>
internal readonly struct TextEdit(TextSpan span, string text, EditOrder order = EditOrder.Code, bool isLaidOut = false) : IEquatable<TextEdit>
{
    internal TextSpan Span => span;

    internal string Text => text;

    internal EditOrder Order => order;

    /// <summary>Whether the formatter has a say in it: whole statements, not single words.</summary>
    internal bool IsLaidOut => isLaidOut;

    internal bool IsEmpty => span.IsEmpty && text.Length == 0;

    public bool Equals(TextEdit other) => Span == other.Span && Text == other.Text && Order == other.Order;

    public override bool Equals(object? obj) => obj is TextEdit other && Equals(other);

    public override int GetHashCode() => Span.GetHashCode() ^ Text.GetHashCode();
}
