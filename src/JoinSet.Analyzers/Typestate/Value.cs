using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>What an expression or a variable is known to be, as far as the followed set is concerned.</summary>
/// <param name="kind">What it is.</param>
/// <param name="slot">The variable that the answer speaks of, for the kinds that do.</param>
/// <param name="at">The call that made it, for joins.</param>
/// <param name="summary">What the awaited helper does, for <see cref="ValueKind.HelperTask"/>.</param>
internal readonly struct Value(ValueKind kind, Slot slot = default, SyntaxNode? at = null, SetSummary? summary = null) : IEquatable<Value>
{
    internal static Value Unknown => default;

    internal ValueKind Kind { get; } = kind;

    internal Slot Slot { get; } = slot;

    internal SyntaxNode? At { get; } = at;

    internal SetSummary? Summary { get; } = summary;

    /// <summary>Whether losing sight of this value is losing sight of the set, or of the duty to await its drain.</summary>
    internal bool LeadsToSet => Kind is >= ValueKind.Set and <= ValueKind.HelperTask;

    /// <summary>Whether this is a task that does its work on the set only when it is awaited.</summary>
    internal bool IsAwaitable => Kind is >= ValueKind.JoinTask and <= ValueKind.HelperTask;

    /// <summary>Whether this was learnt from how full the set was, so that a new task in it makes it worthless.</summary>
    internal bool IsEvidence => Kind is >= ValueKind.EmptyIfNull and <= ValueKind.Count;

    /// <summary>The opposite of a truth value.</summary>
    internal Value Negated => Kind switch
    {
        ValueKind.True => new(ValueKind.False),
        ValueKind.False => new(ValueKind.True),
        ValueKind.EmptyIfTrue => new(ValueKind.EmptyIfFalse),
        ValueKind.EmptyIfFalse => new(ValueKind.EmptyIfTrue),
        ValueKind.JoinedIfTrue => new(ValueKind.JoinedIfFalse),
        ValueKind.JoinedIfFalse => new(ValueKind.JoinedIfTrue),
        ValueKind.CancelledIfTrue => new(ValueKind.CancelledIfFalse),
        ValueKind.CancelledIfFalse => new(ValueKind.CancelledIfTrue),
        ValueKind.IsTrue => new(ValueKind.IsFalse, Slot),
        ValueKind.IsFalse => new(ValueKind.IsTrue, Slot),
        ValueKind.IsNull => new(ValueKind.IsNotNull, Slot),
        ValueKind.IsNotNull => new(ValueKind.IsNull, Slot),
        _ => Unknown,
    };

    public bool Equals(Value other) => Kind == other.Kind && Slot.Equals(other.Slot) && At == other.At && ReferenceEquals(Summary, other.Summary);

    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    public override int GetHashCode() => unchecked(((int)Kind * 397) ^ Slot.GetHashCode());
}
