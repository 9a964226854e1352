using System.Collections.Concurrent;
using System.Globalization;

namespace JoinSets.StressTests.Stress;

/// <summary>Keeps account of the jobs of a test: each result comes once, and is one that its job can have given. Thread-safe.</summary>
internal sealed class StressLedger
{
    // As often as it stands here; a throw costs as much as a hundred values.
    private static readonly JobPlan[] s_plans =
    [
        JobPlan.Value, JobPlan.Value, JobPlan.Value, JobPlan.YieldedValue, JobPlan.YieldedValue, JobPlan.YieldedValue,
        JobPlan.CompletedValue, JobPlan.CompletedValue, JobPlan.CompletedValue, JobPlan.Heeding, JobPlan.Heeding, JobPlan.Heeding,
        JobPlan.Throws, JobPlan.YieldedThrow, JobPlan.Stray, JobPlan.Null,
    ];

    private readonly ConcurrentDictionary<string, StressJob> _open = new();
    private readonly ConcurrentQueue<TaskCompletionSource> _gates = new();
    private int _issued;
    private int _abortsBegun;
    private int _abortsEnded;
    private int _running;
    private int _peak;
    private int _started;
    private int _neverStarted;
    private int _successes;
    private int _cancellations;
    private int _faults;

    internal int Issued => Volatile.Read(ref _issued);

    /// <summary>The jobs whose results have not been seen.</summary>
    internal ICollection<StressJob> Open => _open.Values;

    internal int AbortsBegun => Volatile.Read(ref _abortsBegun);

    internal int AbortsEnded => Volatile.Read(ref _abortsEnded);

    /// <summary>How many jobs that take their time run now. Each is counted for a part of the time for which the set knows that it runs.</summary>
    internal int Running => Volatile.Read(ref _running);

    /// <summary>The most that ever ran at once.</summary>
    internal int Peak => Volatile.Read(ref _peak);

    internal int Successes => Volatile.Read(ref _successes);

    internal int Cancellations => Volatile.Read(ref _cancellations);

    internal int Faults => Volatile.Read(ref _faults);

    /// <summary>How many have not started, of those that still may (or were detached and aborted: of these nobody hears).</summary>
    internal int Waiting => Issued - Volatile.Read(ref _started) - Volatile.Read(ref _neverStarted);

    internal int GatesWaiting => _gates.Count;

    internal StressJob Issue(Random random) => Issue(s_plans[random.Next(s_plans.Length)]);

    internal StressJob Issue(JobPlan plan)
    {
        var job = new StressJob(Interlocked.Increment(ref _issued), plan, this);
        Assert.True(_open.TryAdd(job.Name, job));
        return job;
    }

    /// <summary>Takes back a job that its set did not take.</summary>
    internal void Withdraw(StressJob job) => Assert.True(_open.TryRemove(job.Name, out _), $"job {job.Name} was joined although its spawn threw");

    internal void Deliver(JoinResult<int> result)
    {
        StressJob job = Find(result.Name, result.Id);
        job.Check(result.IsSuccess, result.IsCanceled, result.IsSuccess ? result.Value : null, result.Error);
        Count(job, result.IsSuccess, result.IsCanceled);
    }

    internal void Deliver(JoinResult result)
    {
        StressJob job = Find(result.Name, result.Id);
        job.Check(result.IsSuccess, result.IsCanceled, value: null, result.Error);
        Count(job, result.IsSuccess, result.IsCanceled);
    }

    /// <summary>Values that came without their names, all at once.</summary>
    internal void Deliver(IEnumerable<int> values)
    {
        foreach (int value in values)
        {
            Assert.True(_open.TryRemove(value.ToString(CultureInfo.InvariantCulture), out StressJob? job), $"the value of job {value} came twice");
            job.Check(isSuccess: true, isCanceled: false, value, error: null);
        }
    }

    /// <summary>Calls something that aborts all jobs of the test's set.</summary>
    internal void AbortAll(Action abort)
    {
        Interlocked.Increment(ref _abortsBegun);
        abort();
        Interlocked.Increment(ref _abortsEnded);
    }

    /// <summary>Calls something after which everything starts aborted.</summary>
    internal void AbortForGood(Action abort)
    {
        Interlocked.Increment(ref _abortsBegun);
        abort();
    }

    internal void AssertAllDelivered()
    {
        Assert.True(Issued > 0);
        Assert.True(_open.IsEmpty, $"{_open.Count} of {Issued} results never came, such as that of job {_open.Keys.FirstOrDefault()}");
    }

    internal TaskCompletionSource NewGate()
    {
        // Half of them resume the job on the completer's own thread.
        var gate = new TaskCompletionSource(
            (_gates.Count & 1) == 0 ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
        _gates.Enqueue(gate);
        return gate;
    }

    /// <summary>Lets the job go on that has waited longest.</summary>
    internal bool OpenGate()
    {
        bool isOpened = _gates.TryDequeue(out TaskCompletionSource? gate);
        gate?.TrySetResult();
        return isOpened;
    }

    internal void Enter()
    {
        int running = Interlocked.Increment(ref _running);
        int peak = Volatile.Read(ref _peak);
        while (running > peak)
        {
            peak = Interlocked.CompareExchange(ref _peak, running, peak);
        }
    }

    internal void Started() => Interlocked.Increment(ref _started);

    internal void Leave() => Interlocked.Decrement(ref _running);

    /// <summary>How many jobs there were, and how they ended.</summary>
    public override string ToString() => $"{Issued} jobs: {Successes} succeeded, {Cancellations} were canceled, {Faults} failed (JOINSET_STRESS_SEED={StressSettings.Seed})";

    private void Count(StressJob job, bool isSuccess, bool isCanceled)
    {
        Interlocked.Increment(ref isSuccess ? ref _successes : ref isCanceled ? ref _cancellations : ref _faults);
        if (job.Starts == 0)
        {
            Interlocked.Increment(ref _neverStarted);
        }
    }

    private StressJob Find(string? name, TaskId id)
    {
        Assert.True(_open.TryRemove(name!, out StressJob? job), $"the result of job {name} came twice");
        Assert.True(job.Handle == default || job.Handle.Id == id, $"job {name} came under the id of another");
        return job;
    }
}
