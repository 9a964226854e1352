using System.Runtime.CompilerServices;
using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 13: when the wait for it is abandoned, nothing is left hanging on a task that may never end.</summary>
[Collection(ProcessWide.Name)]
public sealed class Point13_Add_Collected
{
    private const int Slack = 1_000_000; // ten bytes for each of what is added

    private readonly TaskCompletionSource<int> _neverEnding = new();

    [Theory, BothFaces]
    public async Task Abort_HundredThousandTimesOnOneTask_LeavesNothingOnIt(Face face)
    {
        AnySet set = AnySet.Create(face);

        await Collected.AssertFlatAsync(
            () =>
            {
                for (int i = 0; i < 100_000; i++)
                {
                    set.Add(_neverEnding.Task).Abort();
                    Assert.NotNull(set.TryJoinNext());
                }

                return Task.CompletedTask;
            },
            Slack);

        GC.KeepAlive(_neverEnding);
        GC.KeepAlive(set);
    }

    [Theory, BothFaces]
    public async Task Dispose_ManySetsWithOneTask_LeavesNothingOnIt(Face face)
    {
        await Collected.AssertFlatAsync(
            () =>
            {
                for (int i = 0; i < 20_000; i++)
                {
                    AnySet set = AnySet.Create(face);
                    set.Add(_neverEnding.Task);
                    set.Dispose();
                }

                return Task.CompletedTask;
            },
            Slack);

        GC.KeepAlive(_neverEnding);
    }

    // A name is what an entry holds on to for as long as there is an entry.
    [Theory]
    [BothFaces("abort")]
    [BothFaces("AbortAll")]
    [BothFaces("Dispose")]
    [BothFaces("drop")]
    public async Task AddedTask_WaitAbandoned_HoldsNothingOfTheSet(Face face, string how)
    {
        WeakReference name = AddAndAbandon(face, how, _neverEnding.Task);

        Assert.True(await Collected.UntilAsync(() => !name.IsAlive));

        GC.KeepAlive(_neverEnding);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference AddAndAbandon(Face face, string how, Task<int> neverEnding)
    {
        AnySet set = AnySet.Create(face);
        string name = new('x', 3);
        AbortHandle handle = set.Add(neverEnding, name);
        Action? end = how switch
        {
            "abort" => handle.Abort,
            "AbortAll" => set.AbortAll,
            "Dispose" => set.Dispose,
            _ => null,
        };
        end?.Invoke();
        return new WeakReference(name);
    }
}
