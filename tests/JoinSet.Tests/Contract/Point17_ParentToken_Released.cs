using System.Runtime.CompilerServices;
using JoinSets.Completion;
using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 17: the registration on the parent token is released when the set is disposed or dropped.</summary>
[Collection(ProcessWide.Name)]
public sealed class Point17_ParentToken_Released : IDisposable
{
    private readonly CancellationTokenSource _parent = new();

    public void Dispose() => _parent.Dispose();

    // The registration points to the mechanism under the set, and nothing else that lives on does.
    [Fact]
    public async Task Core_Closed_IsNotHeldByTheParent()
    {
        WeakReference core = LeaveCore(closed: true, _parent.Token);

        Assert.True(await Collected.UntilAsync(() => !core.IsAlive));
        GC.KeepAlive(_parent);
    }

    [Fact]
    public async Task Core_NotClosed_IsHeldByTheParent()
    {
        WeakReference core = LeaveCore(closed: false, _parent.Token);

        await Collected.EverythingAsync();

        Assert.True(core.IsAlive);
        GC.KeepAlive(_parent);
    }

    [Theory, BothFaces]
    public async Task Dropped_TaskHandleKept_TaskNoLongerHeldByTheParent(Face face)
    {
        WeakReference work = LeaveWork(face, _parent.Token);

        Assert.True(await Collected.UntilAsync(() => !work.IsAlive));
        GC.KeepAlive(_parent);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LeaveCore(bool closed, CancellationToken parent)
    {
        var core = new JoinCore(static core => new JoinWaiter<JoinResult>(core, JoinResult.Of), maxConcurrency: null, parent);
        if (closed)
        {
            core.Close();
        }

        return new WeakReference(core);
    }

    // A result that nobody joins stays in the core for as long as there is one.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LeaveWork(Face face, CancellationToken parent)
    {
        AnySet set = AnySet.Create(face, parent);
        var result = Task.FromResult(123_456);
        set.Add(result);
        return new WeakReference(result);
    }
}
