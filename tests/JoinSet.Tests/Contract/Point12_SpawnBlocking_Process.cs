using System.Reflection;
using JoinSets.Scheduling;
using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 12: at most 512 blocking threads in the process, and an idle one ends after 10 seconds.</summary>
[Collection(ProcessWide.Name)]
public sealed class Point12_SpawnBlocking_Process
{
    private const int Bound = 512;

    [Fact]
    public async Task SpawnBlocking_MoreThan512_RunAtMost512AtOnce()
    {
        await using var set = new JoinSet<int>();
        Signal full = new(), end = new();
        int running = 0;
        for (int i = 0; i < Bound + 50; i++)
        {
            set.SpawnBlocking(_ =>
            {
                int now = Interlocked.Increment(ref running);
                if (now == Bound)
                {
                    full.Raise();
                }

                end.Block();
                Interlocked.Decrement(ref running);
                return now;
            });
        }

        await full.Raised.InTime();
        Assert.Equal(Bound, BlockingThreads.Shared.Count);
        end.Raise();

        int[] atStart = await set.JoinAllAsync().InTime();
        Assert.Equal(Bound + 50, atStart.Length);
        Assert.Equal(Bound, atStart.Max());
    }

    // Ten seconds are the one figure here that nobody wants to wait for; that idle threads end at all is shown on a shorter one.
    [Fact]
    public void IdleTime_OfTheProcessThreads_IsTenSeconds()
    {
        FieldInfo idleTime = Assert.Single(
            typeof(BlockingThreads).GetFields(BindingFlags.Instance | BindingFlags.NonPublic),
            field => field.FieldType == typeof(TimeSpan));

        Assert.Equal(TimeSpan.FromSeconds(10), idleTime.GetValue(BlockingThreads.Shared));
    }
}
