using System.Globalization;

namespace JoinSets;

/// <summary>
/// Tells one task from every other that was ever spawned into a set of this process. Within one set the ids grow in the order
/// in which the tasks were spawned.
/// </summary>
/// <remarks>Thread safety: an immutable value. The ids count the tasks of the process and mean nothing outside it; 0 is no task.</remarks>
public readonly struct TaskId : IEquatable<TaskId>, IComparable<TaskId>, ISpanFormattable
{
    private readonly long _value;

    internal TaskId(long value) => _value = value;

    internal bool IsNone => _value == 0;

    /// <summary>Whether both are the id of the same task.</summary>
    public static bool operator ==(TaskId left, TaskId right) => left._value == right._value;

    /// <summary>Whether they are the ids of different tasks.</summary>
    public static bool operator !=(TaskId left, TaskId right) => left._value != right._value;

    /// <summary>Whether the left task was spawned before the right one, where both are of one set.</summary>
    public static bool operator <(TaskId left, TaskId right) => left._value < right._value;

    /// <summary>Whether the left task was spawned after the right one, where both are of one set.</summary>
    public static bool operator >(TaskId left, TaskId right) => left._value > right._value;

    /// <summary>Whether the left task is the right one or was spawned before it, where both are of one set.</summary>
    public static bool operator <=(TaskId left, TaskId right) => left._value <= right._value;

    /// <summary>Whether the left task is the right one or was spawned after it, where both are of one set.</summary>
    public static bool operator >=(TaskId left, TaskId right) => left._value >= right._value;

    /// <inheritdoc/>
    public bool Equals(TaskId other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TaskId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(TaskId other) => _value.CompareTo(other._value);

    /// <summary>The id as a plain number, such as <c>42</c>.</summary>
    public override string ToString() => _value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The id as a number in the given format.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => _value.ToString(format, formatProvider);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        => _value.TryFormat(destination, out charsWritten, format, provider);
}
