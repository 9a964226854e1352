namespace JoinSets;

/// <summary>How one task of a <see cref="JoinSet"/> ended: well, by an abort, or by a failure.</summary>
/// <remarks>
/// Thread safety: an immutable value. In <c>default(JoinResult)</c>, which stands for no task, every flag is false.
/// </remarks>
public readonly struct JoinResult
{
    private JoinResult(TaskId id, string? name, JoinError? error)
    {
        Id = id;
        Name = name;
        Error = error;
    }

    /// <inheritdoc cref="JoinResult{T}.Id"/>
    public TaskId Id { get; }

    /// <inheritdoc cref="JoinResult{T}.Name"/>
    public string? Name { get; }

    /// <summary>True when the task ran to its end.</summary>
    public bool IsSuccess => Error is null && !Id.IsNone;

    /// <inheritdoc cref="JoinResult{T}.IsCanceled"/>
    public bool IsCanceled => Error is { IsCanceled: true };

    /// <inheritdoc cref="JoinResult{T}.IsFaulted"/>
    public bool IsFaulted => Error is { IsFaulted: true };

    /// <summary>Why the task did not run to its end; null when it did. The same object each time.</summary>
    public JoinError? Error { get; }

    /// <summary>Throws the task's own exception, with its own stack trace, where it failed or was aborted.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default</c>: no task's result.</exception>
    public void ThrowIfFailed()
    {
        Error?.Rethrow();
        if (Id.IsNone)
        {
            throw new InvalidOperationException("This JoinResult is the default value: it was not given by a join, so there is no task.");
        }
    }

    /// <inheritdoc cref="JoinResult{T}.ToString"/>
    public override string ToString()
        => Error?.ToString() ?? (Id.IsNone ? "no task" : $"{TaskLabel.Of(Id, Name)} succeeded");

    internal static JoinResult Of(JoinEntry entry)
    {
        JoinOutcome outcome = entry.TakeOutcome();
        return new(new TaskId(outcome.Id), outcome.Name, JoinError.Of(in outcome));
    }
}
