using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>The Defaults paragraph: default values are inert, Error is one object, ids grow in the order of the spawns.</summary>
public sealed class Defaults
{
    [Fact]
    public void JoinResultOfT_Default_HasEveryFlagFalseAndNoError()
    {
        JoinResult<int> result = default;

        Assert.False(result.IsSuccess);
        Assert.False(result.IsCanceled);
        Assert.False(result.IsFaulted);
        Assert.Null(result.Error);
        Assert.Null(result.Name);
        Assert.Equal(default, result.Id);
    }

    [Fact]
    public void JoinResultOfT_Default_GivesNoValue()
    {
        JoinResult<int> result = default;

        Assert.Throws<InvalidOperationException>(() => result.Value);
        Assert.False(result.TryGetValue(out int value));
        Assert.Equal(0, value);
        (int deconstructed, JoinError? error) = result;
        Assert.Equal(0, deconstructed);
        Assert.Null(error);
        Assert.Equal("no task", result.ToString());
    }

    [Fact]
    public void JoinResult_Default_HasEveryFlagFalseAndNoError()
    {
        JoinResult result = default;

        Assert.False(result.IsSuccess);
        Assert.False(result.IsCanceled);
        Assert.False(result.IsFaulted);
        Assert.Null(result.Error);
        Assert.Null(result.Name);
        Assert.Equal(default, result.Id);
        Assert.Throws<InvalidOperationException>(result.ThrowIfFailed);
        Assert.Equal("no task", result.ToString());
    }

    [Fact]
    public void AbortHandle_Default_IsInert()
    {
        AbortHandle handle = default;

        handle.Abort();
        handle.Abort();

        Assert.False(handle.IsFinished);
        Assert.Null(handle.Name);
        Assert.Equal(default, handle.Id);
        Assert.Equal(default, handle);
        Assert.Equal(0.GetHashCode(), handle.GetHashCode());
        Assert.Equal("no task", handle.ToString());
    }

    [Theory, BothFaces]
    public void TryJoinNext_False_GivesTheDefault(Face face)
    {
        if (face == Face.Values)
        {
            Assert.False(new JoinSet<int>().TryJoinNext(out JoinResult<int> result));
            Assert.Equal(default, result);
            return;
        }

        Assert.False(new JoinSet().TryJoinNext(out JoinResult plain));
        Assert.Equal(default, plain);
    }

    [Fact]
    public async Task Error_AskedAgain_IsTheSameObject()
    {
        await using var set = new JoinSet<int>();
        set.Spawn(SampleWork.Fails());
        JoinResult<int> result = (await set.JoinNextAsync().InTime())!.Value;
        JoinResult<int> copy = result;

        Assert.NotNull(result.Error);
        Assert.Same(result.Error, result.Error);
        Assert.Same(result.Error, copy.Error);
    }

    [Fact]
    public async Task Error_OfThePlainFaceAskedAgain_IsTheSameObject()
    {
        await using var set = new JoinSet();
        set.Spawn(SampleWork.Fails());
        JoinResult result = (await set.JoinNextAsync().InTime())!.Value;

        Assert.NotNull(result.Error);
        Assert.Same(result.Error, result.Error);
    }

    [Theory, BothFaces]
    public void Ids_SpawnedOneAfterTheOther_Grow(Face face)
    {
        AnySet set = AnySet.Bounded(face, 2);
        AbortHandle[] handles =
        [
            set.Spawn(SampleWork.UntilAborted),
            set.Add(Task.FromResult(1)),
            set.SpawnBlocking(_ => 1),
            set.SpawnOn(TaskScheduler.Default, SampleWork.UntilAborted),
            set.Spawn((_, token) => SampleWork.UntilAborted(token), 1),
            new PoolContext().Around(() => set.SpawnLocal(SampleWork.UntilAborted)),
            set.Add(new TaskCompletionSource<int>().Task),
        ];

        Assert.Equal(handles.Select(handle => handle.Id).Order(), handles.Select(handle => handle.Id));
        Assert.Equal(handles.Length, handles.Select(handle => handle.Id).Distinct().Count());
        set.Dispose();
    }

    [Theory, BothFaces]
    public async Task Ids_SpawnedFromManyThreads_GrowOnEachAndAreUniqueInTheProcess(Face face)
    {
        AnySet set = AnySet.Create(face);
        AnySet other = AnySet.Create(face == Face.Values ? Face.NoValues : Face.Values);

        AbortHandle[][] each = await Task.WhenAll(Enumerable.Range(0, 8).Select(spawner => Task.Run(() =>
        {
            AnySet mine = spawner % 2 == 0 ? set : other;
            return Enumerable.Range(0, 500).Select(number => mine.Spawn(SampleWork.Returns(number))).ToArray();
        }))).InTime();

        Assert.All(each, handles => Assert.Equal(handles.Select(handle => handle.Id).Order(), handles.Select(handle => handle.Id)));
        Assert.Equal(8 * 500, each.SelectMany(handles => handles).Select(handle => handle.Id).Distinct().Count());
    }

    [Theory, BothFaces]
    public async Task Ids_OfSpawnEach_GrowInTheOrderOfTheItems(Face face)
    {
        AnySet set = AnySet.Bounded(face, 1);
        var end = new Signal();
        set.Spawn(SampleWork.Until(end));
        var order = new List<int>();
        set.SpawnEach(Enumerable.Range(0, 20), (item, _) =>
        {
            order.Add(item);
            return Task.FromResult(item);
        });
        end.Raise();

        List<AnyResult> results = await set.DrainAsync();

        Assert.Equal(Enumerable.Range(0, 20), order);
        Assert.Equal(results.Select(result => result.Id).Order(), results.Select(result => result.Id));
    }
}
