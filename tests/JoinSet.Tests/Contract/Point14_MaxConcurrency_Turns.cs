using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 14: a waiting task can be aborted and keeps its turn; however a task ends, its slot goes to the next.</summary>
public sealed class Point14_MaxConcurrency_Turns
{
    private static readonly Dictionary<string, Action<AnySet>> s_ends = new()
    {
        ["a value"] = set => set.Spawn(SampleWork.Returns(1)),
        ["a fault"] = set => set.Spawn(SampleWork.Fails()),
        ["a throw before the first await"] = set => set.Spawn(_ => throw new MarkedException()),
        ["a null task"] = set => set.Spawn(_ => null!),
        ["an abort while it runs"] = set =>
        {
            var started = new Signal();
            AbortHandle handle = set.Spawn(SampleWork.UntilAbortedAfter(started));
            started.Block();
            handle.Abort();
        },
        ["an abort, perhaps before it starts"] = set => set.Spawn(SampleWork.UntilAborted).Abort(),
        ["a cancellation of its own"] = set => set.Spawn(_ => Task.FromCanceled<int>(new CancellationToken(canceled: true))),
        ["a scheduler that throws"] = set => set.SpawnOn(new RefusingScheduler(new MarkedException()), SampleWork.Returns(1)),
        ["blocking work"] = set => set.SpawnBlocking(_ => 1),
        ["blocking work that throws"] = set => set.SpawnBlocking(_ => throw new MarkedException()),
    };

    public static TheoryData<Face, string> Ends
    {
        get
        {
            var rows = new TheoryData<Face, string>();
            foreach (string end in s_ends.Keys)
            {
                rows.Add(Face.Values, end);
                rows.Add(Face.NoValues, end);
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Ends))]
    public async Task Slot_HoweverItsTaskEnds_GoesToTheNext(Face face, string end)
    {
        AnySet set = AnySet.Bounded(face, 1);
        for (int i = 0; i < 3; i++)
        {
            s_ends[end](set);
            AbortHandle next = set.Spawn(SampleWork.Returns(2));

            List<AnyResult> results = await set.DrainAsync();

            Assert.Equal(2, results.Count);
            Assert.True(results.Single(result => result.Id == next.Id).IsSuccess);
        }
    }

    [Theory, BothFaces]
    public async Task Abort_WaitingWork_IsReapedAtOnceAndNeverRuns(Face face)
    {
        AnySet set = AnySet.Bounded(face, 1);
        Signal end = new(), ran = new();
        set.Spawn(SampleWork.Until(end));
        AbortHandle waiting = set.Spawn(SampleWork.Raises(ran));

        waiting.Abort();

        Assert.Equal(2, set.Count);
        Assert.True(waiting.IsFinished);
        AnyResult result = set.TryJoinNext()!;
        Assert.Equal(waiting.Id, result.Id);
        Assert.True(result.IsCanceled);
        end.Raise();
        Assert.Single(await set.DrainAsync());
        Assert.False(ran.IsRaised);
    }

    [Theory, BothFaces]
    public async Task Abort_OneInTheMiddle_TheOthersKeepTheirTurns(Face face)
    {
        AnySet set = AnySet.Bounded(face, 1);
        var end = new Signal();
        var order = new List<int>();
        set.Spawn(SampleWork.Until(end));
        AbortHandle[] handles = [.. Enumerable.Range(0, 10).Select(number => set.Spawn(_ =>
        {
            order.Add(number);
            return Task.FromResult(number);
        }))];

        handles[0].Abort();
        handles[4].Abort();
        handles[9].Abort();
        end.Raise();
        await set.DrainAsync();

        Assert.Equal([1, 2, 3, 5, 6, 7, 8], order);
    }

    [Theory, BothFaces]
    public async Task SpawnAfterAbortAll_AllSlotsHeld_RunsInItsTurn(Face face)
    {
        AnySet set = AnySet.Bounded(face, 1);
        Signal started = new(), end = new(), ran = new();
        set.Spawn(SampleWork.Until(end, started));
        set.Spawn(SampleWork.Returns(1));
        await started.Raised.InTime();
        set.AbortAll();

        set.Spawn(SampleWork.Raises(ran));

        Assert.False(ran.IsRaised);
        end.Raise();
        await ran.Raised.InTime();
        Assert.Equal(3, (await set.DrainAsync()).Count);
    }

    // Whoever wins, the slot of the aborted one is neither lost (the last would never run) nor given twice.
    [Theory, BothFaces]
    public async Task Abort_RacingTheHandOver_LosesNoSlotAndGivesNoneTwice(Face face)
    {
        var concurrency = new Concurrency();
        for (int i = 0; i < 500; i++)
        {
            AnySet set = AnySet.Bounded(face, 1);
            var end = new Signal();
            set.Spawn(SampleWork.Until(end));
            AbortHandle[] waiting = [.. Enumerable.Range(0, 4).Select(_ => set.Spawn(concurrency.RunAsync))];
            Task ending = Task.Run(end.Raise);
            waiting[0].Abort();
            waiting[2].Abort();
            await ending.InTime();
            AbortHandle last = set.Spawn(concurrency.RunAsync);

            List<AnyResult> results = await set.DrainAsync();

            Assert.Equal(6, results.Count);
            Assert.True(results.Single(result => result.Id == last.Id).IsSuccess);
            Assert.Equal(1, concurrency.Most);
        }
    }
}
