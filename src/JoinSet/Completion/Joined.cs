namespace JoinSets.Completion;

/// <summary>What a join gives: a finished task, or the news that there is nothing left to join.</summary>
internal readonly struct Joined
{
    private Joined(JoinEntry? entry, bool isClosed)
    {
        Entry = entry;
        IsClosed = isClosed;
    }

    /// <summary>The set is empty.</summary>
    internal static Joined Nothing => default;

    /// <summary>The set was disposed.</summary>
    internal static Joined Closed => new(null, isClosed: true);

    /// <summary>The joined task; null when there is none.</summary>
    internal JoinEntry? Entry { get; }

    internal bool IsClosed { get; }

    internal static Joined Of(JoinEntry entry) => new(entry, isClosed: false);
}
