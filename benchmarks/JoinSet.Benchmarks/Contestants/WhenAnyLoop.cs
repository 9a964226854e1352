using JoinSets.Benchmarks.Workloads;

namespace JoinSets.Benchmarks.Contestants;

/// <summary>The loop of the textbooks: <c>Task.WhenAny</c> over what is left, remove, repeat. Quadratic.</summary>
internal sealed class WhenAnyLoop() : Contestant(Names.WhenAnyLoop)
{
    public override int MostParked => 10_000;

    public override async Task<long> AwaitParkedAsync(ParkedTasks tasks)
    {
        var left = new List<Task<int>>(StartedTasks.Start(tasks));
        long sum = 0;
        while (left.Count > 0)
        {
            var first = await Task.WhenAny(left);
            left.Remove(first);
            sum += await first;
        }

        return sum;
    }
}
