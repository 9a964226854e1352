using System.Diagnostics.CodeAnalysis;

namespace JoinSets;

/// <summary>How one task of a <see cref="JoinSet{T}"/> ended: with a value, by an abort, or by a failure.</summary>
/// <typeparam name="T">What the task gives.</typeparam>
/// <remarks>
/// Thread safety: an immutable value. In <c>default(JoinResult&lt;T&gt;)</c>, which stands for no task, every flag is false.
/// </remarks>
public readonly struct JoinResult<T>
{
    private readonly T? _value;

    private JoinResult(TaskId id, string? name, T? value, JoinError? error)
    {
        Id = id;
        Name = name;
        _value = value;
        Error = error;
    }

    /// <summary>The id of the task, the same as on the handle that the spawn returned.</summary>
    public TaskId Id { get; }

    /// <summary>The name that was given to the spawn; null when there was none.</summary>
    public string? Name { get; }

    /// <summary>True when the task gave a value.</summary>
    public bool IsSuccess => Error is null && !Id.IsNone;

    /// <summary>True when the task was aborted and stopped because of it.</summary>
    public bool IsCanceled => Error is { IsCanceled: true };

    /// <summary>True when the task failed.</summary>
    public bool IsFaulted => Error is { IsFaulted: true };

    /// <summary>
    /// The value that the task gave. Where it gave none, reading it throws the task's own exception, with its own stack trace.
    /// </summary>
    /// <exception cref="InvalidOperationException">This is <c>default</c>: no task's result.</exception>
    public T Value
    {
        get
        {
            Error?.Rethrow();
            return Id.IsNone ? throw NoTask() : _value!;
        }
    }

    /// <summary>Why there is no value; null when there is one. The same object each time.</summary>
    public JoinError? Error { get; }

    /// <summary>Gives the value if there is one. Never throws.</summary>
    /// <param name="value">The task's value; the default of its type where the task gave none.</param>
    /// <returns>Whether the task succeeded.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return IsSuccess;
    }

    /// <summary>Throws the task's own exception, with its own stack trace, where it failed or was aborted; for when the value is not wanted.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default</c>: no task's result.</exception>
    public void ThrowIfFailed() => _ = Value;

    /// <summary>Takes the result apart: <c>var (value, error) = result;</c></summary>
    /// <param name="value">The task's value; the default of its type where the task gave none.</param>
    /// <param name="error">Why there is no value; null when there is one.</param>
    public void Deconstruct(out T? value, out JoinError? error)
    {
        value = _value;
        error = Error;
    }

    /// <summary>The task and how it ended, for logs and debuggers.</summary>
    public override string ToString()
        => Error?.ToString() ?? (Id.IsNone ? "no task" : $"{TaskLabel.Of(Id, Name)} gave {_value}");

    internal static JoinResult<T> Of(JoinEntry entry)
    {
        JoinOutcome outcome = entry.TakeOutcome();
        JoinError? error = JoinError.Of(in outcome);
        return new(new TaskId(outcome.Id), outcome.Name, error is null ? ValueOf(outcome.Task!) : default, error);
    }

    internal static T ValueOf(Task task) => ((Task<T>)task).Result; // ended with success: neither blocks nor throws

    private static InvalidOperationException NoTask()
        => new("This JoinResult is the default value: it was not given by a join, so there is no task and no value.");
}
