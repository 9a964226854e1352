using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>
/// Points 7 and 14: when all are aborted together, none of those that wait starts in the slot that another one has just given up
/// because of that very abort.
/// </summary>
public sealed class Point14_MaxConcurrency_AbortedTogether
{
    private const int Waiting = 2_000; // enough of them that the first slots come free long before the last has been reached

    [Theory]
    [BothFaces("AbortAll")]
    [BothFaces("ShutdownAsync")]
    [BothFaces("Dispose")]
    [BothFaces("DisposeAsync")]
    [BothFaces("parent token")]
    [BothFaces("JoinAllAsync after a failure")]
    public async Task WorkWaitingForItsTurn_AllAborted_NeverStarts(Face face, string how)
    {
        for (int i = 0; i < 10; i++)
        {
            using var parent = new CancellationTokenSource();
            AnySet set = AnySet.Create(face, new JoinSetOptions { MaxConcurrency = 3, CancellationToken = parent.Token });
            var ran = new Signal();
            await HoldSlotsAsync(set);
            set.SpawnEach(Enumerable.Repeat(ran, Waiting), (signal, token) => SampleWork.Raises(signal)(token));

            await AbortAllAsync(set, how, parent);

            await set.DisposeAsync().InTime();
            Assert.False(ran.IsRaised);
        }
    }

    // One slot is held by work that was sent off and has not started: it is given up at once. The others take a moment.
    private static async Task HoldSlotsAsync(AnySet set)
    {
        Signal first = new(), second = new();
        set.SpawnOn(new StalledScheduler(), SampleWork.UntilAborted);
        set.Spawn(SampleWork.UntilAbortedAfter(first));
        set.Spawn(SampleWork.UntilAbortedAfter(second));
        await Task.WhenAll(first.Raised, second.Raised).InTime();
    }

    private static async Task AbortAllAsync(AnySet set, string how, CancellationTokenSource parent)
    {
        switch (how)
        {
            case "AbortAll":
                set.AbortAll();
                Assert.All(await set.DrainAsync(), result => Assert.True(result.IsCanceled));
                break;
            case "ShutdownAsync":
                await set.ShutdownAsync().InTime();
                break;
            case "Dispose":
                set.Dispose();
                break;
            case "DisposeAsync":
                await set.DisposeAsync().InTime();
                break;
            case "parent token":
                await parent.CancelAsync().InTime();
                break;
            default:
                set.Add(Task.FromException<int>(new MarkedException()));
                await Assert.ThrowsAsync<MarkedException>(() => set.JoinAllAsync().InTime());
                break;
        }
    }
}
