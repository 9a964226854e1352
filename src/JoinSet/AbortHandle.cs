namespace JoinSets;

/// <summary>
/// Aborts one task of a set, and tells whether it has finished. What <c>Spawn</c> returns; it may be kept, copied and ignored.
/// </summary>
/// <remarks>
/// <para>Thread safety: an immutable value; every member may be called from any thread at any time, also long after the task was
/// joined or detached or the set disposed.</para>
/// <para>A handle that is kept keeps neither the set, nor the delegate, nor the result alive once the task was joined.
/// <c>default(AbortHandle)</c> stands for no task: aborting it does nothing.</para>
/// </remarks>
public readonly struct AbortHandle : IEquatable<AbortHandle>
{
    private readonly JoinEntry? _entry;

    internal AbortHandle(JoinEntry entry) => _entry = entry;

    /// <summary>The id of the task, the same as on its result.</summary>
    public TaskId Id => new(_entry?.Id ?? 0);

    /// <summary>The name that was given to the spawn; null when there was none.</summary>
    public string? Name => _entry?.Name;

    /// <summary>True once the task has finished and its result can be joined (or was); false as long as it waits or runs.</summary>
    public bool IsFinished => _entry?.IsFinished ?? false;

    /// <summary>Whether both stand for the same task.</summary>
    public static bool operator ==(AbortHandle left, AbortHandle right) => left.Equals(right);

    /// <summary>Whether they stand for different tasks.</summary>
    public static bool operator !=(AbortHandle left, AbortHandle right) => !left.Equals(right);

    /// <summary>
    /// Asks the task to stop. The token that its work was given is cancelled when this returns; the work decides when it heeds it.
    /// </summary>
    /// <remarks>
    /// <para>The task stays in its set until it is joined, as canceled if it stopped because of the abort. Work that has not
    /// started never starts. Work that runs to its end all the same succeeds. After the task has finished nothing changes.</para>
    /// <para>Callbacks that the work registered on its token run on the thread pool, never on the caller's stack.</para>
    /// <para>Never throws.</para>
    /// </remarks>
    public void Abort() => _entry?.Abort();

    /// <inheritdoc/>
    public bool Equals(AbortHandle other) => ReferenceEquals(_entry, other._entry);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AbortHandle other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>The id, the name and whether the task has finished, for logs and debuggers.</summary>
    public override string ToString()
        => _entry is null ? "no task" : TaskLabel.Of(Id, Name) + (IsFinished ? ": finished" : ": not finished");
}
