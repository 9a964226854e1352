using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>
/// The table of post-states, row by row. Each set starts with two results that can be joined and two tasks that run until they are
/// aborted: four in all.
/// </summary>
public sealed class PostStates
{
    private const int Start = 4;

    private static readonly CancellationToken s_cancelled = new(canceled: true);

    private static readonly Row[] s_rows =
    [
        new("Spawn", Start + 1, set => Call(() => set.Spawn(SampleWork.Returns(1)))),
        new("Spawn with state", Start + 1, set => Call(() => set.Spawn((state, _) => Task.FromResult(state), 1))),
        new("SpawnOn", Start + 1, set => Call(() => set.SpawnOn(TaskScheduler.Default, SampleWork.Returns(1)))),
        new("SpawnOn a scheduler that throws", Start + 1, set => Call(() => set.SpawnOn(new RefusingScheduler(new MarkedException()), SampleWork.Returns(1)))),
        new("SpawnLocal", Start + 1, set => Call(() => new PoolContext().Around(() => set.SpawnLocal(SampleWork.Returns(1))))),
        new("SpawnBlocking", Start + 1, set => Call(() => set.SpawnBlocking(_ => 1))),
        new("SpawnBlocking with state", Start + 1, set => Call(() => set.SpawnBlocking((state, _) => state, 1))),
        new("Add", Start + 1, set => Call(() => set.Add(Task.FromResult(1)))),
        new("SpawnEach", Start + 3, set => Call(() => set.SpawnEach([1, 2, 3], (item, _) => Task.FromResult(item)))),
        new("SpawnEach of nothing", Start, set => Call(() => set.SpawnEach(Array.Empty<int>(), (item, _) => Task.FromResult(item)))),

        new("Spawn, throwing", Start, set => Throws<ArgumentNullException>(() => Call(() => set.Spawn(null!)))),
        new("SpawnLocal, throwing", Start, set => Throws<InvalidOperationException>(() => Task.Run(() => set.SpawnLocal(SampleWork.Returns(1))))),
        new("Add, throwing", Start, set => Throws<ArgumentNullException>(() => Call(() => set.Add(null!)))),
        new("SpawnEach, the sequence throwing", Start + 2, set => Throws<MarkedException>(
            () => Call(() => set.SpawnEach(TwoAndThenAThrow(), (item, _) => Task.FromResult(item))))),

        new("JoinNextAsync", Start - 1, async set => Assert.NotNull(await set.JoinNextAsync())),
        new("JoinNextAsync, giving null", 0, async set =>
        {
            set.AbortAll();
            await set.DrainAsync();
            Assert.Null(await set.JoinNextAsync());
        }),
        new("JoinNextAsync, cancelled before", Start, set => Throws<OperationCanceledException>(() => set.JoinNextAsync(s_cancelled))),
        new("JoinNextAsync, cancelled while it waits", Start - 2, async set =>
        {
            JoinResults(set);
            using var cancellation = new CancellationTokenSource();
            Task join = set.JoinNextAsync(cancellation.Token);
            await cancellation.CancelAsync();
            await Throws<OperationCanceledException>(() => join);
        }),
        new("TryJoinNext, true", Start - 1, set => Call(() => Assert.NotNull(set.TryJoinNext()))),
        new("TryJoinNext, false", Start - 2, set => Call(() => JoinResults(set))),

        new("await foreach, to its end", 0, set => EnumerateAsync(set, set.Enumerate(), expected: Start)),
        new("await foreach, break", Start - 1, set => BreakAsync(set.Enumerate())),
        new("await foreach, its body throwing", Start - 1, set => Throws<MarkedException>(() => ThrowInsideAsync(set.Enumerate()))),
        new("JoinEachAsync, to its end", 0, set => EnumerateAsync(set, set.JoinEachAsync(), expected: Start)),
        new("JoinEachAsync, break", Start - 1, set => BreakAsync(set.JoinEachAsync())),
        new("JoinEachAsync, cancelled", Start, set => Throws<OperationCanceledException>(() => BreakAsync(set.JoinEachAsync(s_cancelled)))),

        new("JoinAllAsync", 0, async set =>
        {
            set.DetachAll();
            set.Spawn(SampleWork.Returns(1));
            await set.JoinAllAsync();
        }),
        new("JoinAllAsync, a task failing", 0, set =>
        {
            set.Spawn(SampleWork.Fails());
            return Throws<MarkedException>(() => set.JoinAllAsync());
        }),
        new("JoinAllAsync, tasks aborted by others", 0, set =>
        {
            set.AbortAll();
            return Throws<OperationCanceledException>(() => set.JoinAllAsync());
        }),
        new("JoinAllAsync, cancelled before", 0, set => Throws<OperationCanceledException>(() => set.JoinAllAsync(s_cancelled))),
        new("JoinAllAsync, cancelled while it waits", 0, async set =>
        {
            using var cancellation = new CancellationTokenSource();
            Task joining = set.JoinAllAsync(cancellation.Token);
            await cancellation.CancelAsync();
            await Throws<OperationCanceledException>(() => joining);
        }),

        new("ShutdownAsync", 0, set => set.ShutdownAsync()),
        new("AbortAll", Start, set => Call(set.AbortAll)),
        new("Abort", Start + 1, set => Call(() => set.Spawn(SampleWork.UntilAborted).Abort())),
        new("DetachAll", 0, set => Call(set.DetachAll)),
        new("Dispose", 0, set => Call(set.Dispose)) { Closes = true },
        new("DisposeAsync", 0, set => set.DisposeAsync()) { Closes = true },
    ];

    public static TheoryData<Face, string> Rows
    {
        get
        {
            var rows = new TheoryData<Face, string>();
            foreach (Row row in s_rows)
            {
                rows.Add(Face.Values, row.Member);
                rows.Add(Face.NoValues, row.Member);
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public async Task Member_Called_LeavesTheSetAsTheTableSays(Face face, string member)
    {
        Row row = s_rows.Single(row => row.Member == member);
        AnySet set = AnySet.Create(face);
        set.Add(Task.FromResult(1));
        set.Add(Task.FromResult(2));
        set.Spawn(SampleWork.UntilAborted);
        set.Spawn(SampleWork.UntilAborted);

        await row.Act(set).InTime();

        Assert.Equal(row.After, set.Count);
        Assert.Equal(row.After == 0, set.IsEmpty);
        await AssertClosedAsync(set, row.Closes);
    }

    private static async Task AssertClosedAsync(AnySet set, bool closed)
    {
        if (closed)
        {
            Assert.Throws<ObjectDisposedException>(() => set.TryJoinNext());
            return;
        }

        // Open: everything that is left can still be joined, and the set can be filled again.
        int left = set.Count;
        set.Spawn(SampleWork.UntilAborted);
        set.AbortAll();
        Assert.Equal(left + 1, (await set.DrainAsync()).Count);
        await set.DisposeAsync().InTime();
    }

    private static void JoinResults(AnySet set)
    {
        Assert.NotNull(set.TryJoinNext());
        Assert.NotNull(set.TryJoinNext());
        Assert.Null(set.TryJoinNext());
    }

    private static async Task EnumerateAsync(AnySet set, IAsyncEnumerable<AnyResult> results, int expected)
    {
        int seen = 0;
        await foreach (AnyResult result in results)
        {
            set.AbortAll(); // so that it comes to an end
            seen++;
        }

        Assert.Equal(expected, seen);
    }

    private static async Task BreakAsync(IAsyncEnumerable<AnyResult> results)
    {
        await foreach (AnyResult result in results)
        {
            break;
        }
    }

    private static async Task ThrowInsideAsync(IAsyncEnumerable<AnyResult> results)
    {
        await foreach (AnyResult result in results)
        {
            throw new MarkedException();
        }
    }

    private static IEnumerable<int> TwoAndThenAThrow()
    {
        yield return 1;
        yield return 2;
        throw new MarkedException();
    }

    private static Task<TException> Throws<TException>(Func<Task> act)
        where TException : Exception
        => Assert.ThrowsAnyAsync<TException>(act);

    private static Task Call(Action call)
    {
        call();
        return Task.CompletedTask;
    }

    private static Task Call<TResult>(Func<TResult> call)
    {
        _ = call();
        return Task.CompletedTask;
    }

    /// <param name="Member">What is called, and how it goes.</param>
    /// <param name="After">How many the set holds afterwards.</param>
    /// <param name="Act">The call.</param>
    private sealed record Row(string Member, int After, Func<AnySet, Task> Act)
    {
        internal bool Closes { get; init; }
    }
}
