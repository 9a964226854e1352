using BenchmarkDotNet.Attributes;
using JoinSets.Benchmarks.Contestants;
using JoinSets.Benchmarks.Workloads;

namespace JoinSets.Benchmarks.Allocations;

/// <summary>
/// Bytes of one spawn and its join. The job's delegate is made once, and what it returns is cached by the BCL, so what is
/// counted is what the contestant adds; where tasks are pending, <see cref="StateMachine"/> is what the job itself costs.
/// </summary>
[MemoryDiagnoser]
public class SpawnAllocations
{
    public const int Tasks = 10_000;

    // So few that the set's storage neither grows nor shrinks: what is left is what each spawn allocates.
    private const int Batch = 8;

    private readonly JoinSet<int> _set = new();
    private readonly HandWrittenChannel _channel = new();
    private readonly Floor _floor = new();
    private JoinSet<int> _new = new();
    private ParkedTasks _parked = new(count: 1);

    [IterationSetup]
    public void Park()
    {
        _parked = new ParkedTasks(Tasks);
        _new = new JoinSet<int>();
    }

    [Benchmark(OperationsPerInvoke = Tasks)]
    public async Task AtOnce()
    {
        for (var i = 1; i <= Tasks; i++)
        {
            _set.Spawn(Jobs.AtOnce);
            if (i % Batch == 0)
            {
                // Here and not in a method of its own, which would allocate for itself whenever it waits.
                while (await _set.JoinNextAsync() is { } _)
                {
                }
            }
        }
    }

    [Benchmark(OperationsPerInvoke = Tasks)]
    public async Task AtOnceWithState()
    {
        for (var i = 1; i <= Tasks; i++)
        {
            _set.Spawn(static (_, token) => Jobs.AtOnce(token), this);
            if (i % Batch == 0)
            {
                // Here and not in a method of its own, which would allocate for itself whenever it waits.
                while (await _set.JoinNextAsync() is { } _)
                {
                }
            }
        }
    }

    /// <summary>All in the set at once: the growth of the set's own storage is in it.</summary>
    [Benchmark(OperationsPerInvoke = Tasks)]
    public async Task AtOnceInNewSet()
    {
        for (var i = 0; i < Tasks; i++)
        {
            _new.Spawn(Jobs.AtOnce);
        }

        await DrainAsync(_new);
    }

    [Benchmark(OperationsPerInvoke = Tasks)]
    public async Task Pending()
    {
        Func<CancellationToken, Task<int>> job = _ => _parked.WaitNextAsync();
        for (var i = 0; i < Tasks; i += Batch)
        {
            for (var j = 0; j < Batch; j++)
            {
                _set.Spawn(job);
            }

            while (_parked.NotStarted > Tasks - i - Batch)
            {
                await Task.Yield();
            }

            for (var j = 0; j < Batch; j++)
            {
                _parked.Complete(i + j);
            }

            while (await _set.JoinNextAsync() is { } _)
            {
            }
        }
    }

    /// <summary>All in the set at once: the growth of the set's own storage is in it.</summary>
    [Benchmark(OperationsPerInvoke = Tasks)]
    public Task PendingInNewSet()
    {
        Func<CancellationToken, Task<int>> job = _ => _parked.WaitNextAsync();
        for (var i = 0; i < Tasks; i++)
        {
            _new.Spawn(job);
        }

        return Released(DrainAsync(_new));
    }

    [Benchmark(OperationsPerInvoke = Tasks)]
    public void StateMachine()
    {
        for (var i = 0; i < Tasks; i++)
        {
            _ = _parked.WaitNextAsync();
        }

        _parked.CompleteAll();
    }

    [Benchmark(OperationsPerInvoke = Tasks)]
    public Task ChannelAtOnce() => _channel.CollectAsync(Tasks, Jobs.AtOnce);

    [Benchmark(OperationsPerInvoke = Tasks)]
    public Task ChannelPending() => Released(_channel.CollectAsync(Tasks, _ => _parked.WaitNextAsync()));

    [Benchmark(OperationsPerInvoke = Tasks)]
    public Task FloorAtOnce() => _floor.CollectAsync(Tasks, Jobs.AtOnce);

    [Benchmark(OperationsPerInvoke = Tasks)]
    public Task FloorPending() => Released(_floor.CollectAsync(Tasks, _ => _parked.WaitNextAsync()));

    private Task Released(Task run)
    {
        _parked.AllStarted.WaitOne();
        _parked.CompleteAll();
        return run;
    }

    private static async Task DrainAsync(JoinSet<int> set)
    {
        while (await set.JoinNextAsync() is { } _)
        {
        }
    }
}
