namespace JoinSets.StressTests.Properties;

/// <summary>Drives a real set one call at a time and keeps what each call answered.</summary>
internal sealed partial class SetProbe(int? maxConcurrency) : IDisposable
{
    private readonly CancellationTokenSource _parent = new();
    private readonly TaskScheduler _exclusive = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
    private readonly List<GatedJob> _jobs = [];
    private readonly List<WaitingJoin> _joins = [];
    private JoinSet<int>? _set;

    /// <summary>What the last call gave.</summary>
    internal Answer Answer { get; private set; } = Answer.Of(AnswerKind.Done);

    internal IReadOnlyList<GatedJob> Jobs => _jobs;

    internal int Count => Set.Count;

    internal bool IsEmpty => Set.IsEmpty;

    // Made when it is first used: the library makes many probes that it never drives.
    private JoinSet<int> Set => _set ??= new(new JoinSetOptions { MaxConcurrency = maxConcurrency, CancellationToken = _parent.Token });

    internal void Spawn(SpawnWay way, bool endsInline) => Record(() =>
    {
        var job = new GatedJob(_jobs.Count, endsInline);
        job.Handle = Put(job, way);
        Assert.True(_jobs.Count == 0 || _jobs[^1].Handle.Id < job.Handle.Id, "ids do not grow in the order of the spawns");
        Assert.Equal($"{job.Number}", job.Handle.Name);
        _jobs.Add(job);
        return Answer.Of(AnswerKind.Done);
    });

    internal void End(int choice, Ending ending) => OnJob(choice, job => job.TryEnd(ending));

    internal void Abort(int choice) => OnJob(choice, job =>
    {
        bool couldHeed = job.IsStarted && !job.Handle.IsFinished;
        job.Handle.Abort();
        Assert.True(!couldHeed || job.IsTokenCanceled, "Abort returned before the token was cancelled");
    });

    internal void AbortAll() => Record(Set.AbortAll);

    internal void CancelParent() => Record(_parent.Cancel);

    internal void DetachAll() => Record(Set.DetachAll);

    internal void DisposeSet() => Record(Set.Dispose);

    /// <summary>Leaves nothing behind that waits for a test that is over.</summary>
    public void Dispose()
    {
        _jobs.ForEach(job => job.TryEnd(Ending.Value));
        Set.Dispose();
        _jobs.ForEach(job => job.ObserveOwnFailure());
        _parent.Dispose();
    }

    private AbortHandle Put(GatedJob job, SpawnWay way) => way switch
    {
        SpawnWay.Plain => Set.Spawn(job.Run, $"{job.Number}"),
        SpawnWay.WithState => Set.Spawn(static (job, token) => job.Run(token), job, $"{job.Number}"),
        SpawnWay.OnScheduler => Set.SpawnOn(_exclusive, job.Run, $"{job.Number}"),
        SpawnWay.Local => OnExclusive(() => Set.SpawnLocal(job.Run, $"{job.Number}")),
        SpawnWay.Blocking => Set.SpawnBlocking(job.RunBlocking, $"{job.Number}"),
        _ => Set.Add(job.Task, $"{job.Number}"),
    };

    private AbortHandle OnExclusive(Func<AbortHandle> spawn)
        => Task.Factory.StartNew(spawn, CancellationToken.None, TaskCreationOptions.None, _exclusive).GetAwaiter().GetResult();

    private void OnJob(int choice, Action<GatedJob> act)
    {
        if (_jobs.Count == 0)
        {
            Answer = Answer.Of(AnswerKind.Skipped);
            return;
        }

        Record(() => act(_jobs[choice % _jobs.Count]));
    }

    private void Record(Action act) => Record(() =>
    {
        act();
        return Answer.Of(AnswerKind.Done);
    });

    private void Record(Func<Answer> act)
    {
        try
        {
            Answer = act();
        }
        catch (ObjectDisposedException)
        {
            Answer = Answer.Of(AnswerKind.Disposed);
        }
    }
}
