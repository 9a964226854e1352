using BenchmarkDotNet.Attributes;
using JoinSets.Benchmarks.Workloads;

namespace JoinSets.Benchmarks.Allocations;

/// <summary>Bytes of one join, the spawns already paid for: a result that is there, and one that a single waiter waits for.</summary>
[MemoryDiagnoser]
public class JoinAllocations
{
    public const int Tasks = 10_000;

    private JoinSet<int> _set = new();
    private ParkedTasks _parked = new(count: 1);

    [IterationSetup]
    public void Spawn()
    {
        _parked = new ParkedTasks(Tasks);
        _set = new JoinSet<int>();
        for (var i = 0; i < Tasks; i++)
        {
            var index = i;
            _set.Spawn(_ => _parked.WaitAsync(index));
        }

        _parked.AllStarted.WaitOne();
    }

    [Benchmark(OperationsPerInvoke = Tasks)]
    public async Task<long> Ready()
    {
        _parked.CompleteAll();
        long sum = 0;
        for (var i = 0; i < Tasks; i++)
        {
            var join = _set.JoinNextAsync();
            sum += (await join)!.Value.Value;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Tasks)]
    public async Task<long> Suspended()
    {
        long sum = 0;
        for (var i = 0; i < Tasks; i++)
        {
            var join = _set.JoinNextAsync();
            if (join.IsCompleted)
            {
                throw new InvalidOperationException("This join was to wait.");
            }

            _parked.Complete(i);
            sum += (await join)!.Value.Value;
        }

        return sum;
    }
}
