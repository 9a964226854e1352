namespace JoinSets;

/// <summary>How a set is to behave. Read once, when the set is made.</summary>
/// <remarks>Thread safety: immutable after initialisation; one object may serve any number of sets.</remarks>
public sealed class JoinSetOptions
{
    private readonly int? _maxConcurrency;

    /// <summary>
    /// How many tasks of the set run at once; the rest wait in the set, first in first out. Null, the default: no bound.
    /// </summary>
    /// <remarks>
    /// A waiting task is counted, can be aborted, and keeps its turn when it is detached. Tasks joined by <c>Add</c> run already and
    /// take no part.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int? MaxConcurrency
    {
        get => _maxConcurrency;
        init
        {
            if (value < 1)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(MaxConcurrency), value, "At least one task must be able to run: use 1 or more, or null for no bound.");
            }

            _maxConcurrency = value;
        }
    }

    /// <summary>Cancelling it aborts what is in the set then, and everything that is spawned later.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>What the set is called in debuggers and logs; null, the default: nothing.</summary>
    public string? Name { get; init; }
}
