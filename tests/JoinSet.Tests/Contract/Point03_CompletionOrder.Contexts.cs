using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>
/// The order holds where tasks are completed by a thread that has a context or a scheduler: there an await's continuation would be queued,
/// and two ends in a row could change places. So each end must be on record when the call that made it returns.
/// </summary>
public sealed partial class Point03_CompletionOrder
{
    public enum Hooked
    {
        SpawnOn,
        SpawnLocal,
        Add,
    }

    public static TheoryData<Face, Hooked> EveryHooked => Ways.WithEachKind(Enum.GetValues<Hooked>());

    [Theory]
    [MemberData(nameof(EveryHooked))]
    public async Task Tasks_CompletedByAThreadWithAContext_KeepTheirOrder(Face face, Hooked hooked)
    {
        using AnySet set = AnySet.Create(face);
        using var context = new SingleThreadContext();
        (TaskCompletionSource<int> Source, AbortHandle Handle)[] tasks = await StartHooked(set, hooked);
        int[] order = Shuffled(TaskCount);

        await context.Run(() => Assert.All(order, i =>
        {
            tasks[i].Source.SetResult(0);
            Assert.True(tasks[i].Handle.IsFinished);
        }));

        Assert.Equal(order.Select(i => tasks[i].Handle.Id), (await set.DrainAsync()).Select(result => result.Id));
    }

    [Theory]
    [MemberData(nameof(EveryHooked))]
    public async Task Tasks_CompletedByATaskOnAScheduler_KeepTheirOrder(Face face, Hooked hooked)
    {
        using AnySet set = AnySet.Create(face);
        (TaskCompletionSource<int> Source, AbortHandle Handle)[] tasks = await StartHooked(set, hooked);
        int[] order = Shuffled(TaskCount);

        new RecordingScheduler().Run(() => Assert.All(order, i =>
        {
            tasks[i].Source.SetException(new MarkedException());
            Assert.True(tasks[i].Handle.IsFinished);
        }));

        Assert.Equal(order.Select(i => tasks[i].Handle.Id), (await set.DrainAsync()).Select(result => result.Id));
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task SpawnLocal_WorkEndsOnItsOwnContextsThread_KeepsTheOrder(Face face)
    {
        using AnySet set = AnySet.Create(face);
        using var context = new SingleThreadContext();
        var ends = new List<int>();

        await context.Run(() =>
        {
            for (int i = 0; i < TaskCount; i++)
            {
                int number = i;
                set.SpawnLocal(_ => Wander(number, ends), $"{number}");
            }
        });

        Assert.Equal((await set.DrainAsync()).Select(result => result.Name), ends.Select(number => $"{number}"));
    }

    // Longer the smaller the number, so that the ends come out mixed; the last piece runs on the context's thread.
    private static async Task<int> Wander(int number, List<int> ends)
    {
        for (int i = number; i < TaskCount; i += 3)
        {
            await Task.Yield();
        }

        ends.Add(number);
        return 0;
    }

    private static async Task<(TaskCompletionSource<int> Source, AbortHandle Handle)[]> StartHooked(AnySet set, Hooked hooked)
    {
        TaskCompletionSource<int>[] sources = [.. Enumerable.Range(0, TaskCount).Select(_ => new TaskCompletionSource<int>())];
        switch (hooked)
        {
            case Hooked.SpawnOn:
                var scheduler = new RecordingScheduler();
                AbortHandle[] routed = [.. sources.Select(source => set.SpawnOn(scheduler, _ => source.Task))];
                scheduler.RunQueued();
                return [.. sources.Zip(routed)];
            case Hooked.SpawnLocal:
                using (var context = new SingleThreadContext())
                {
                    AbortHandle[] local = await context.Run(() => sources.Select(source => set.SpawnLocal(_ => source.Task)).ToArray());
                    await context.Run(() => { }); // behind the work
                    return [.. sources.Zip(local)];
                }

            default:
                return [.. sources.Select(source => (source, set.Add(source.Task)))];
        }
    }
}
