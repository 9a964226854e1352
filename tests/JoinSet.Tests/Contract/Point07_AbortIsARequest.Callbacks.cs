using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Callbacks that the work hangs on its token: off the caller's stack, and free to throw or to block.</summary>
public sealed partial class Point07_AbortIsARequest
{
    [Theory]
    [MemberData(nameof(EveryAborting))]
    public async Task Abort_CallbacksOfEveryKind_NoneRunsOnTheCallersStack(Face face, Aborting aborting)
    {
        using AnySet set = AnySet.Create(face);
        var work = new Stubborn();
        AbortHandle handle = set.Spawn(work.Work);
        CancellationToken token = await work.Token;
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(token);
        StackProbe[] stacks = [new(), new(), new(), new()];
        using CancellationTokenRegistration flowing = token.Register(stacks[0].Run, useSynchronizationContext: false);
        using CancellationTokenRegistration unsafely = token.UnsafeRegister(_ => stacks[1].Run(), null);
        using CancellationTokenRegistration onLinked = linked.Token.Register(stacks[2].Run);
        Task wait = Task.Delay(Timeout.InfiniteTimeSpan, token).ContinueWith(
            _ => stacks[3].Run(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        Task aborted = CallerStack.During(() => Abort(set, handle, aborting));

        Assert.All(await Task.WhenAll(stacks.Select(stack => stack.WasBelow)), Assert.False);
        await wait.InTime();
        work.Finish();
        await Record.ExceptionAsync(() => aborted.InTime());
    }

    [Theory]
    [MemberData(nameof(EveryAborting))]
    public async Task Abort_ACallbackBlocks_ReturnsAllTheSame(Face face, Aborting aborting)
    {
        using AnySet set = AnySet.Create(face);
        var gate = new Gate();
        Stubborn[] works = [new(), new()];
        AbortHandle[] handles = [.. works.Select(work => set.Spawn(work.Work))];
        CancellationToken[] tokens = await Task.WhenAll(works.Select(work => work.Token));
        using CancellationTokenRegistration blocking = tokens[0].Register(gate.Pass);

        Task aborted = Abort(set, handles[0], aborting);

        Assert.True(tokens[0].IsCancellationRequested);
        Assert.Equal(aborting is not Aborting.Handle, tokens[1].IsCancellationRequested);
        gate.Open();
        Array.ForEach(works, work => work.Finish());
        await Record.ExceptionAsync(() => aborted.InTime());
        await set.DrainAsync();
    }

    [Theory]
    [MemberData(nameof(EveryAborting))]
    public async Task Abort_ACallbackThrows_HarmsNobodyAndIsNotUnobserved(Face face, Aborting aborting)
    {
        using AnySet set = AnySet.Create(face);
        using var unobserved = new UnobservedExceptions();
        var mishap = new MarkedException();
        var other = new Gate();
        await AbortWithCallbacks(set, aborting, mishap, other);

        await other.Passed(); // the callback that was registered first is called after the one that throws
        AnyResult? result = aborting is Aborting.Handle or Aborting.All ? await set.JoinOne() : null;
        Assert.True(result is null or { IsSuccess: true });
        Assert.True(set.IsEmpty);
        await unobserved.AssertObservedAsync(mishap);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task AbortAll_TheFirstTasksCallbackThrows_TheOthersAreAbortedToo(Face face)
    {
        using AnySet set = AnySet.Create(face);
        var stubborn = new Stubborn();
        set.Spawn(stubborn.Work);
        (await stubborn.Token).Register(() => throw new MarkedException());
        Obedient[] others = [new(), new()];
        Array.ForEach(others, other => set.Spawn(other.Work));
        await Task.WhenAll(others.Select(other => other.Token));

        set.AbortAll();

        Assert.True((await set.JoinOne()).IsCanceled);
        Assert.True((await set.JoinOne()).IsCanceled);
        stubborn.Finish();
        Assert.True((await set.JoinOne()).IsSuccess);
    }

    // In a method of its own, so that nothing of it is alive when the garbage is collected.
    private static async Task AbortWithCallbacks(AnySet set, Aborting aborting, Exception mishap, Gate other)
    {
        var work = new Stubborn();
        AbortHandle handle = set.Spawn(work.Work);
        CancellationToken token = await work.Token;
        token.Register(other.Open);
        token.Register(() => throw mishap);

        Task aborted = Abort(set, handle, aborting);

        Assert.True(token.IsCancellationRequested);
        work.Finish();
        Assert.True(await Record.ExceptionAsync(() => aborted.InTime()) is null or OperationCanceledException);
    }
}
