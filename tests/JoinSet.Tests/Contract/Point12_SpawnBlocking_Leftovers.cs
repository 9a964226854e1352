using JoinSets.Scheduling;
using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 12: the threads are used again, and what one piece of work left on its thread is not seen by the next.</summary>
public sealed class Point12_SpawnBlocking_Leftovers
{
    private static readonly AsyncLocal<string?> s_local = new();

    private static readonly Dictionary<string, (Action Leave, Func<object?> Look, object? Clean)> s_leftovers = new()
    {
        ["priority"] = (() => Thread.CurrentThread.Priority = ThreadPriority.Lowest, () => Thread.CurrentThread.Priority, ThreadPriority.Normal),
        ["background"] = (() => Thread.CurrentThread.IsBackground = false, () => Thread.CurrentThread.IsBackground, true),
        ["context"] = (() => SynchronizationContext.SetSynchronizationContext(new()), () => SynchronizationContext.Current, null),
        ["async local"] = (() => s_local.Value = "left", () => s_local.Value, null),
        ["suppressed flow"] = (() => ExecutionContext.SuppressFlow(), () => ExecutionContext.IsFlowSuppressed(), false),
        ["culture"] = (
            () => System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("de-DE"),
            () => System.Globalization.CultureInfo.CurrentCulture.Name,
            System.Globalization.CultureInfo.CurrentCulture.Name),
    };

    public static TheoryData<string, bool> Leftovers
    {
        get
        {
            var rows = new TheoryData<string, bool>();
            foreach (string leftover in s_leftovers.Keys)
            {
                rows.Add(leftover, true);
                rows.Add(leftover, false);
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Leftovers))]
    public async Task NextWorkOnTheThread_AfterLeftover_FindsItClean(string leftover, bool flowing)
    {
        (Action leave, Func<object?> look, object? clean) = s_leftovers[leftover];
        var set = new BlockingSet(new BlockingThreads(maxThreads: 1, Timeout.InfiniteTimeSpan));
        (object? Seen, int Thread) first = default, second = default;

        Spawn(set, flowing, () =>
        {
            leave();
            first = (look(), Environment.CurrentManagedThreadId);
        });
        Spawn(set, flowing, () => second = (look(), Environment.CurrentManagedThreadId));
        Assert.All(await set.DrainAsync(), result => Assert.True(result.IsSuccess));

        Assert.Equal(first.Thread, second.Thread);
        Assert.NotEqual(clean, first.Seen);
        Assert.Equal(clean, second.Seen);
    }

    // Where the spawner suppressed the flow there is no context to run the work in, and so none to fall back to afterwards.
    private static void Spawn(BlockingSet set, bool flowing, Action work)
    {
        using AsyncFlowControl? control = flowing ? null : ExecutionContext.SuppressFlow();
        set.Spawn(work);
    }
}
