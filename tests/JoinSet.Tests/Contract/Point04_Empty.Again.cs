using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Spawn again, join again, however the set became empty.</summary>
public sealed partial class Point04_Empty
{
    public enum Emptied
    {
        ByJoining,
        ByTryJoining,
        ByForeach,
        ByJoinAll,
        ByFailedJoinAll,
        ByCanceledJoinAll,
        ByShutdown,
        ByDetachAll,
    }

    public static TheoryData<Face, Emptied> EveryEmptied => Ways.WithEachKind(Enum.GetValues<Emptied>());

    [Theory]
    [MemberData(nameof(EveryEmptied))]
    public async Task EmptiedSet_SpawnAndJoinAgain_WorksAsNew(Face face, Emptied emptied)
    {
        using AnySet set = AnySet.Create(face, new JoinSetOptions { MaxConcurrency = 2 });
        for (int round = 0; round < 3; round++)
        {
            await Empty(set, emptied);
            Assert.Equal((0, true), (set.Count, set.IsEmpty));

            CancellationToken token = default;
            set.Spawn(given =>
            {
                token = given;
                return YieldOnce(given);
            }, "again");
            set.SpawnBlocking(_ => throw new MarkedException(), "fails");
            List<AnyResult> results = await set.DrainAsync();

            Assert.Equal(["again", "fails"], results.Select(result => result.Name).Order());
            Assert.Equal([true, false], results.OrderBy(result => result.Name).Select(result => result.IsSuccess));
            Assert.False(token.IsCancellationRequested);
            Assert.Null(await set.JoinNextAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task EmptiedSet_ThousandTimes_EachJoinGetsItsTask(Face face)
    {
        using AnySet set = AnySet.Create(face);
        for (int round = 0; round < 1_000; round++)
        {
            AbortHandle handle = set.Spawn(YieldOnce);
            Assert.Equal(handle.Id, (await set.JoinOne()).Id);
            Assert.Null(await set.JoinNextAsync());
        }
    }

    private static async Task Empty(AnySet set, Emptied emptied)
    {
        var gate = new Gate();
        bool isStubborn = emptied is Emptied.ByCanceledJoinAll or Emptied.ByShutdown or Emptied.ByDetachAll;
        AbortHandle handle = set.Spawn(async token =>
        {
            await (isStubborn ? gate.PassedOrCanceled(token) : Task.CompletedTask);
            return emptied is Emptied.ByFailedJoinAll ? throw new MarkedException() : 0;
        });
        await (emptied switch
        {
            Emptied.ByJoining => set.DrainAsync(),
            Emptied.ByTryJoining => TryJoinUntilEmpty(set),
            Emptied.ByForeach => Collect(set.GetAsyncEnumerator()),
            Emptied.ByJoinAll => set.JoinAllAsync().InTime(),
            Emptied.ByFailedJoinAll => Assert.ThrowsAsync<MarkedException>(() => set.JoinAllAsync().InTime()),
            Emptied.ByCanceledJoinAll =>
                Assert.ThrowsAsync<OperationCanceledException>(() => set.JoinAllAsync(new CancellationToken(canceled: true)).InTime()),
            Emptied.ByShutdown => set.ShutdownAsync().InTime(),
            _ => Task.Run(set.DetachAll),
        });

        gate.Open();
        await handle.Recorded(); // a detached one gives back its slot
    }

    private static async Task TryJoinUntilEmpty(AnySet set)
    {
        await Deadline.UntilAsync(() => set.TryJoinNext(out _));
        Assert.False(set.TryJoinNext(out _));
    }
}
