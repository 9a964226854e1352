namespace JoinSets.StressTests.Properties;

/// <summary>
/// The contract of a set as plain lists: one thread, no waiting, nothing clever. What the real set does is measured by it.
/// </summary>
internal sealed class PlainSet(int? maxConcurrency = null)
{
    private readonly List<PlainJob> _members = [];
    private readonly List<List<PlainJob>> _ready = [];
    private readonly List<PlainJob> _turns = [];
    private int? _freeSlots = maxConcurrency;
    private bool _isParentCanceled;

    internal int Count => _members.Count;

    internal bool IsClosed { get; private set; }

    /// <summary>
    /// Which job may be joined next. More than one only where a single call ended several that had not started: the contract
    /// leaves their order open.
    /// </summary>
    internal IReadOnlyList<PlainJob> Next => _ready.Count == 0 ? [] : _ready[0];

    /// <summary>All that can be joined, in order.</summary>
    internal IEnumerable<PlainJob> Ready => _ready.SelectMany(batch => batch);

    /// <summary>Those that the set must wait for if it is closed now.</summary>
    internal IEnumerable<PlainJob> Running => _members.Where(job => job.IsOwned && job.IsStarted && !job.IsEnded);

    /// <param name="number">What the job is called.</param>
    /// <param name="isOwned">False for a task that is added.</param>
    /// <param name="starts">False for work that is known never to start, because an abort comes first.</param>
    internal PlainJob Spawn(int number, bool isOwned, bool starts = true)
    {
        var job = new PlainJob(number, isOwned);
        _members.Add(job);
        if (_isParentCanceled)
        {
            Abort([job]);
        }
        else if (isOwned && starts)
        {
            _turns.Add(job);
            StartNext();
        }

        return job;
    }

    /// <summary>The test says how the work is to end.</summary>
    internal void End(PlainJob job, Ending ending)
    {
        if (job.IsEnded || job.Ending is not null)
        {
            return;
        }

        job.Ending = ending;
        if (job.IsStarted || !job.IsOwned)
        {
            Record([job]);
        }
    }

    internal void Abort(params IEnumerable<PlainJob> jobs)
    {
        PlainJob[] struck = [.. jobs.Where(job => !job.IsEnded)];
        foreach (PlainJob job in struck)
        {
            job.IsAborted = true;
        }

        Record([.. struck.Where(job => !job.IsStarted)]);
    }

    internal void AbortAll() => Abort(_members);

    internal void CancelParent()
    {
        _isParentCanceled = true;
        AbortAll();
    }

    /// <summary>Takes a job out to its joiner.</summary>
    internal void Join(PlainJob job)
    {
        _members.Remove(job);
        _ready[0].Remove(job);
        job.IsMember = false;
        _ready.RemoveAll(batch => batch.Count == 0);
    }

    internal void DetachAll()
    {
        _members.ForEach(job => job.IsMember = false);
        _members.Clear();
        _ready.Clear();
    }

    internal void Close()
    {
        PlainJob[] all = [.. _members];
        IsClosed = true;
        DetachAll();
        Abort(all);
    }

    // Several at once only where none of them had started.
    private void Record(List<PlainJob> ended)
    {
        ended.RemoveAll(job => job.IsEnded);
        ended.ForEach(job => job.IsEnded = true);
        List<PlainJob> batch = [.. ended.Where(job => job.IsMember)];
        if (batch.Count > 0)
        {
            _ready.Add(batch);
        }

        _turns.RemoveAll(job => job.IsEnded);
        _freeSlots += ended.Count(job => job.IsOwned && job.IsStarted);
        StartNext();
    }

    private void StartNext()
    {
        while (_turns.Count > 0 && _freeSlots is null or > 0)
        {
            PlainJob job = _turns[0];
            _turns.RemoveAt(0);
            _freeSlots--;
            job.IsStarted = true;
            if (job.Ending is not null)
            {
                Record([job]);
            }
        }
    }
}
