namespace JoinSets.Completion;

/// <summary>How a task of the set ended, as its joiner receives it.</summary>
/// <param name="id">The number of the task.</param>
/// <param name="name">The name that was given to the spawn.</param>
/// <param name="task">The ended task; null where the work never started, or was an added task whose wait was abandoned.</param>
/// <param name="wasAborted">Whether abort had been requested when the task ended.</param>
internal readonly struct JoinOutcome(long id, string? name, Task? task, bool wasAborted)
{
    internal long Id { get; } = id;

    internal string? Name { get; } = name;

    internal Task? Task { get; } = task;

    internal bool WasAborted { get; } = wasAborted;

    internal bool IsSuccess => Task is { IsCompletedSuccessfully: true };
}
