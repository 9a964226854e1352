using Xunit;

namespace JoinSets.Tests.Support;

/// <summary>The members that start work, as rows of theories, each with both kinds of set.</summary>
internal static class Ways
{
    private static readonly Way[] s_ways = Enum.GetValues<Way>();

    public static TheoryData<Face> Kinds => new(Face.Values, Face.NoValues);

    public static TheoryData<Face, Way> All => Of(_ => true);

    /// <summary>Those that give a handle: all but SpawnEach.</summary>
    public static TheoryData<Face, Way> WithHandle => Of(way => way is not Way.SpawnEach);

    /// <summary>Those that take a delegate which gives a task.</summary>
    public static TheoryData<Face, Way> Async => Of(way => !IsBlocking(way));

    /// <summary>Those that give a handle and take a delegate which gives a task.</summary>
    public static TheoryData<Face, Way> AsyncWithHandle => Of(way => way is not Way.SpawnEach && !IsBlocking(way));

    /// <summary>Those that leave the caller's context: all but SpawnLocal.</summary>
    public static TheoryData<Face, Way> Background => Of(way => way is not Way.SpawnLocal);

    /// <summary>Each of the cases, with each kind of set.</summary>
    internal static TheoryData<Face, T> WithEachKind<T>(IEnumerable<T> cases)
    {
        var rows = new TheoryData<Face, T>();
        foreach (T one in cases)
        {
            rows.Add(Face.Values, one);
            rows.Add(Face.NoValues, one);
        }

        return rows;
    }

    /// <summary>Starts work in the given way; SpawnOn and SpawnLocal use a scheduler and a context that run on the pool.</summary>
    /// <returns>The handle; the default of it for SpawnEach, which gives none and takes no name.</returns>
    internal static AbortHandle Start(this AnySet set, Way way, Func<CancellationToken, Task<int>> work, string? name = null)
    {
        switch (way)
        {
            case Way.Spawn:
                return set.Spawn(work, name);
            case Way.SpawnWithState:
                return set.Spawn(static (run, token) => run(token), work, name);
            case Way.SpawnOn:
                return set.SpawnOn(new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler, work, name);
            case Way.SpawnLocal:
                return new PoolContext().Around(() => set.SpawnLocal(work, name));
            case Way.SpawnBlocking:
                return set.SpawnBlocking(token => work(token).GetAwaiter().GetResult(), name);
            case Way.SpawnBlockingWithState:
                return set.SpawnBlocking(static (run, token) => run(token).GetAwaiter().GetResult(), work, name);
            case Way.SpawnEach:
                set.SpawnEach([work], static (run, token) => run(token));
                return default;
            default:
                throw new ArgumentOutOfRangeException(nameof(way));
        }
    }

    private static bool IsBlocking(Way way) => way is Way.SpawnBlocking or Way.SpawnBlockingWithState;

    private static TheoryData<Face, Way> Of(Func<Way, bool> filter) => WithEachKind(s_ways.Where(filter));
}
