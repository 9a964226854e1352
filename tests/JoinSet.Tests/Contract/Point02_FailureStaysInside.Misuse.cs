using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>The three things that Spawn does throw for.</summary>
public sealed partial class Point02_FailureStaysInside
{
    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public void Spawn_NullArgument_ThrowsWithItsNameAndChangesNothing(Face face)
    {
        using AnySet set = AnySet.Create(face);
        using var source = new CancellationTokenSource();

        Assert.Throws<ArgumentNullException>("work", () => set.Spawn(null!));
        Assert.Throws<ArgumentNullException>("work", () => set.Spawn<int>(null!, 0));
        Assert.Throws<ArgumentNullException>("work", () => set.SpawnOn(TaskScheduler.Default, null!));
        Assert.Throws<ArgumentNullException>("scheduler", () => set.SpawnOn(null!, _ => Task.FromResult(0)));
        Assert.Throws<ArgumentNullException>("work", () => new PoolContext().Around(() => set.SpawnLocal(null!)));
        Assert.Throws<ArgumentNullException>("work", () => set.SpawnBlocking(null!));
        Assert.Throws<ArgumentNullException>("work", () => set.SpawnBlocking<int>(null!, 0));
        Assert.Throws<ArgumentNullException>("work", () => set.SpawnEach<int>([1, 2], null!));
        Assert.Throws<ArgumentNullException>("items", () => set.SpawnEach<int>(null!, (_, _) => Task.FromResult(0)));
        Assert.Throws<ArgumentNullException>("task", () => set.Add(null!));

        Assert.Equal(0, set.Count);
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public void Start_DisposedSet_ThrowsAndNeverRunsTheWork(Face face, Way way)
    {
        AnySet set = AnySet.Create(face);
        set.Dispose();
        var probe = new StackProbe();

        var exception = Assert.Throws<ObjectDisposedException>(() => set.Start(way, probe.Work));

        Assert.Contains("JoinSet", exception.ObjectName, StringComparison.Ordinal);
        Assert.False(probe.HasRun);
        Assert.Equal(0, set.Count);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public void SpawnOn_DisposedSet_NothingReachesTheScheduler(Face face)
    {
        AnySet set = AnySet.Create(face);
        set.Dispose();
        var scheduler = new RecordingScheduler();

        Assert.Throws<ObjectDisposedException>(() => set.SpawnOn(scheduler, _ => Task.FromResult(0)));

        Assert.Equal(0, scheduler.QueuedCount);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public void Add_DisposedSet_Throws(Face face)
    {
        AnySet set = AnySet.Create(face);
        set.Dispose();

        Assert.Throws<ObjectDisposedException>(() => set.Add(Task.FromResult(0)));
    }

    [Theory]
    [InlineData(Face.Values, false)]
    [InlineData(Face.Values, true)]
    [InlineData(Face.NoValues, false)]
    [InlineData(Face.NoValues, true)]
    public void SpawnLocal_NoContextOrAPlainOne_ThrowsAndSaysWhatToDo(Face face, bool hasPlainContext)
    {
        using AnySet set = AnySet.Create(face);
        InvalidOperationException? exception = null;
        var thread = new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(hasPlainContext ? new SynchronizationContext() : null);
            exception = Assert.Throws<InvalidOperationException>(() => set.SpawnLocal(_ => Task.FromResult(0)));
        });

        thread.Start();
        thread.Join();

        Assert.Contains("SpawnOn", exception!.Message, StringComparison.Ordinal);
        Assert.Equal(0, set.Count);
    }

    [Theory]
    [InlineData(Face.Values, Way.Spawn)]
    [InlineData(Face.Values, Way.SpawnBlocking)]
    [InlineData(Face.NoValues, Way.Spawn)]
    [InlineData(Face.NoValues, Way.SpawnBlocking)]
    public async Task SpawnLocal_InWorkThatRunsInTheBackground_Throws(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);

        set.Start(way, _ => Task.FromResult(set.SpawnLocal(_ => Task.FromResult(0)).GetHashCode()));

        AnyResult result = await set.JoinOne();
        Assert.IsType<InvalidOperationException>(result.Error?.Exception);
        Assert.True(set.IsEmpty);
    }
}
