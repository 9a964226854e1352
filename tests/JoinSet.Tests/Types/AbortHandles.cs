using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Types;

public sealed class AbortHandles
{
    [Theory, BothFaces]
    public async Task Handle_OfATask_HasItsIdAndName(Face face)
    {
        AnySet set = AnySet.Create(face);
        AbortHandle[] handles =
        [
            set.Spawn(SampleWork.Returns(1), "Spawn"),
            set.Spawn((state, _) => Task.FromResult(state), 1, "with state"),
            set.SpawnOn(TaskScheduler.Default, SampleWork.Returns(1), "SpawnOn"),
            new PoolContext().Around(() => set.SpawnLocal(SampleWork.Returns(1), "SpawnLocal")),
            set.SpawnBlocking(_ => 1, "SpawnBlocking"),
            set.SpawnBlocking((state, _) => state, 1, "blocking with state"),
            set.Add(Task.FromResult(1), "Add"),
            set.Spawn(SampleWork.Returns(1)),
        ];

        Dictionary<TaskId, AnyResult> results = (await set.DrainAsync()).ToDictionary(result => result.Id);

        Assert.Equal(
            ["Spawn", "with state", "SpawnOn", "SpawnLocal", "SpawnBlocking", "blocking with state", "Add", null],
            handles.Select(handle => handle.Name));
        Assert.All(handles, handle => Assert.Equal(handle.Name, results[handle.Id].Name));
    }

    [Theory, BothFaces]
    public void Equals_SameAndOtherTask_TellsThemApart(Face face)
    {
        AnySet set = AnySet.Create(face);
        Task<int> task = Task.FromResult(1);
        AbortHandle handle = set.Add(task);
        AbortHandle copy = handle;
        AbortHandle other = set.Add(task);

        Assert.True(handle.Equals(copy));
        Assert.True(handle.Equals((object)copy));
        Assert.True(handle == copy);
        Assert.False(handle != copy);
        Assert.Equal(handle.GetHashCode(), copy.GetHashCode());
        Assert.False(handle.Equals(other));
        Assert.False(handle.Equals((object)other));
        Assert.False(handle.Equals("handle"));
        Assert.False(handle.Equals(null));
        Assert.False(handle == other);
        Assert.True(handle != other);
        Assert.True(handle != default);
    }

    [Theory, BothFaces]
    public async Task ToString_BeforeAndAfter_TellsTheState(Face face)
    {
        AnySet set = AnySet.Create(face);
        var end = new Signal();
        AbortHandle named = set.Spawn(SampleWork.Until(end), "fetch");
        AbortHandle unnamed = set.Add(Task.FromResult(1));

        Assert.Equal($"task {named.Id} 'fetch': not finished", named.ToString());
        Assert.Equal($"task {unnamed.Id}: finished", unnamed.ToString());
        end.Raise();
        await set.DrainAsync();
        Assert.Equal($"task {named.Id} 'fetch': finished", named.ToString());
    }

    [Theory, BothFaces]
    public async Task Abort_LongAfterTheJoin_IsHarmless(Face face)
    {
        AnySet set = AnySet.Create(face);
        AbortHandle handle = set.Spawn(SampleWork.Returns(1), "name");
        await set.DrainAsync();

        handle.Abort();
        handle.Abort();

        Assert.True(handle.IsFinished);
        Assert.Equal("name", handle.Name);
        Assert.Equal(0, set.Count);
    }
}
