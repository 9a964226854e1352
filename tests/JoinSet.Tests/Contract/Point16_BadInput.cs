using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 16: bad input gets a clear exception at the call, with the parameter's name, and changes nothing in the set.</summary>
public sealed class Point16_BadInput
{
    private static readonly TaskScheduler s_pool = TaskScheduler.Default;

    private static readonly (string Call, string Parameter, Action<JoinSet<int>> OnValues, Action<JoinSet> OnPlain)[] s_nulls =
    [
        ("Spawn", "work", set => set.Spawn(null!), set => set.Spawn(null!)),
        ("Spawn with a name", "work", set => set.Spawn(null!, "name"), set => set.Spawn(null!, "name")),
        ("Spawn with state", "work", set => set.Spawn(null!, 1, null), set => set.Spawn(null!, 1, null)),
        ("SpawnOn nowhere", "scheduler", set => set.SpawnOn(null!, One), set => set.SpawnOn(null!, One)),
        ("SpawnOn", "work", set => set.SpawnOn(s_pool, null!), set => set.SpawnOn(s_pool, null!)),
        ("SpawnLocal", "work", set => set.SpawnLocal(null!), set => set.SpawnLocal(null!)),
        ("SpawnBlocking", "work", set => set.SpawnBlocking(null!), set => set.SpawnBlocking(null!)),
        ("SpawnBlocking with state", "work", set => set.SpawnBlocking(null!, 1, null), set => set.SpawnBlocking(null!, 1, null)),
        ("SpawnEach of null", "items", set => set.SpawnEach<int>(null!, OneEach), set => set.SpawnEach<int>(null!, OneEach)),
        ("SpawnEach", "work", set => set.SpawnEach([1], null!), set => set.SpawnEach([1], null!)),
        ("SpawnEach of nothing", "work", set => set.SpawnEach(Array.Empty<int>(), null!), set => set.SpawnEach(Array.Empty<int>(), null!)),
        ("Add", "task", set => set.Add(null!), set => set.Add(null!)),
    ];

    public static TheoryData<string, bool> Nulls
    {
        get
        {
            var rows = new TheoryData<string, bool>();
            foreach ((string call, _, _, _) in s_nulls)
            {
                rows.Add(call, false);
                rows.Add(call, true);
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Nulls))]
    public async Task NullArgument_ValuesFace_IsNamedAndChangesNothing(string call, bool disposed)
    {
#pragma warning disable JOIN001 // what becomes of the task is not the question here
        var set = new JoinSet<int>();
#pragma warning restore JOIN001
        set.Add(Task.FromResult(1));
        if (disposed)
        {
            await set.DisposeAsync();
        }

        (_, string parameter, Action<JoinSet<int>> act, _) = s_nulls.Single(row => row.Call == call);
        ArgumentNullException thrown = Assert.Throws<ArgumentNullException>(() => act(set));

        Assert.Equal(parameter, thrown.ParamName);
        Assert.Equal(disposed ? 0 : 1, set.Count);
        if (!disposed)
        {
            int[] values = await set.JoinAllAsync().InTime();
            Assert.Equal([1], values);
        }
    }

    [Theory, MemberData(nameof(Nulls))]
    public async Task NullArgument_PlainFace_IsNamedAndChangesNothing(string call, bool disposed)
    {
#pragma warning disable JOIN001 // what becomes of the task is not the question here
        var set = new JoinSet();
#pragma warning restore JOIN001
        set.Add(Task.CompletedTask);
        if (disposed)
        {
            await set.DisposeAsync();
        }

        (_, string parameter, _, Action<JoinSet> act) = s_nulls.Single(row => row.Call == call);
        ArgumentNullException thrown = Assert.Throws<ArgumentNullException>(() => act(set));

        Assert.Equal(parameter, thrown.ParamName);
        Assert.Equal(disposed ? 0 : 1, set.Count);
        if (!disposed)
        {
            await set.JoinAllAsync().InTime();
        }
    }

    [Fact]
    public void NullOptions_AreNamed()
    {
        Assert.Equal("options", Assert.Throws<ArgumentNullException>(() => new JoinSet<int>((JoinSetOptions)null!)).ParamName);
        Assert.Equal("options", Assert.Throws<ArgumentNullException>(() => new JoinSet((JoinSetOptions)null!)).ParamName);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void MaxConcurrency_LessThanOne_IsNamedWithItsValue(int bound)
    {
        ArgumentOutOfRangeException thrown = Assert.Throws<ArgumentOutOfRangeException>(
            () => new JoinSetOptions { MaxConcurrency = bound });

        Assert.Equal("MaxConcurrency", thrown.ParamName);
        Assert.Equal(bound, thrown.ActualValue);
        Assert.Contains("null for no bound", thrown.Message, StringComparison.Ordinal);
    }

    [Theory, BothFaces]
    public async Task SpawnLocal_WhereNothingIsLocal_SaysWhatToDoAndChangesNothing(Face face)
    {
        AnySet set = AnySet.Create(face);

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Task.Run(() => set.SpawnLocal(SampleWork.Returns(1))));

        Assert.Contains("SpawnOn", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(0, set.Count);
    }

    // The set says no before it asks the sequence for anything.
    [Theory, BothFaces]
    public void SpawnEach_BadWork_DoesNotTouchTheSequence(Face face)
    {
        AnySet set = AnySet.Create(face);
        bool touched = false;

        Assert.Throws<ArgumentNullException>(() => set.SpawnEach(Items(), null!));
        set.Dispose();
        Assert.Throws<ObjectDisposedException>(() => set.SpawnEach(Items(), OneEach));

        Assert.False(touched);

        IEnumerable<int> Items()
        {
            touched = true;
            yield return 1;
        }
    }

    [Theory, BothFaces]
    public async Task NullState_IsNoBadInput(Face face)
    {
        AnySet set = AnySet.Create(face);
        set.Spawn<string?>((state, _) => Task.FromResult(state is null ? 1 : throw new MarkedException()), null);
        set.SpawnBlocking<string?>((state, _) => state is null ? 1 : throw new MarkedException(), null);
        set.SpawnEach<string?>([null, null], (item, _) => Task.FromResult(item is null ? 1 : throw new MarkedException()));

        List<AnyResult> results = await set.DrainAsync();

        Assert.Equal(4, results.Count);
        Assert.All(results, result => Assert.True(result.IsSuccess));
    }

    private static Task<int> One(CancellationToken token) => Task.FromResult(1);

    private static Task<int> OneEach(int item, CancellationToken token) => Task.FromResult(item);
}
