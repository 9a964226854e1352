using System.Runtime.CompilerServices;
using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Points 10 and 11: failures that nobody joins, because the set was disposed, dropped or told to forget them, are seen by the set.</summary>
[Collection(ProcessWide.Name)]
public sealed class Point10_Drop_Unobserved
{
    private static readonly Dictionary<string, Func<AnySet, Task>> s_ends = new()
    {
        ["Dispose"] = set =>
        {
            set.Dispose();
            return Task.CompletedTask;
        },
        ["DisposeAsync"] = set =>
        {
            _ = set.DisposeAsync();
            return Task.CompletedTask;
        },
        ["DetachAll"] = set =>
        {
            set.DetachAll();
            return Task.CompletedTask;
        },
        ["drop"] = _ => Task.CompletedTask,
        ["ShutdownAsync"] = set =>
        {
            _ = set.ShutdownAsync();
            return Task.CompletedTask;
        },
        ["a join whose result is not looked at"] = set => set.JoinNextAsync().InTime(),
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
    public async Task FailuresThatNobodyJoined_AreNotReportedAsUnobserved(Face face, string end)
    {
        using var unobserved = new UnobservedExceptions();

        AbortHandle[] handles = await LeaveFailuresAsync(face, end);

        Assert.True(await Collected.UntilAsync(() => handles.All(handle => handle.IsFinished)));
        Array.Clear(handles);
        Assert.Empty(await unobserved.CollectAsync());
    }

    [Theory, BothFaces]
    public async Task JoinAllAsync_FailuresAwaitedByTheCaller_AreNotReportedAsUnobserved(Face face)
    {
        using var unobserved = new UnobservedExceptions();

        await JoinAllFailuresAsync(face);

        Assert.Empty(await unobserved.CollectAsync());
    }

    // One has failed already, one fails when its token says stop, one on its own, one in its callback.
    private static async Task<AbortHandle[]> LeaveFailuresAsync(Face face, string how)
    {
        AnySet set = AnySet.Create(face);
        Signal started = new(), end = new();
        AbortHandle[] handles =
        [
            set.Spawn(_ => throw new MarkedException("at once")),
            set.SpawnBlocking(_ => throw new MarkedException("blocking")),
            set.Spawn(FailLaterAsync),
            set.Spawn(FailInCallbackAsync),
        ];
        await started.Raised.InTime();
        await s_ends[how](set);
        end.Raise();
        return handles;

        async Task<int> FailLaterAsync(CancellationToken token)
        {
            await end.Raised;
            throw new MarkedException("later");
        }

        async Task<int> FailInCallbackAsync(CancellationToken token)
        {
            token.Register(() => throw new MarkedException("callback"));
            started.Raise();
            await end.Raised;
            throw new MarkedException("after the callback");
        }
    }

    private static async Task JoinAllFailuresAsync(Face face)
    {
        AnySet set = AnySet.Create(face);
        set.Spawn(SampleWork.Fails(new MarkedException("first")));
        set.Spawn(SampleWork.Fails(new MarkedException("second")));
        await Assert.ThrowsAsync<MarkedException>(() => set.JoinAllAsync().InTime());
    }
}
