namespace JoinSets.StressTests.Stress;

/// <summary>A set with many threads at it, each in a role of its own.</summary>
internal sealed partial class JoinTraffic(JoinSet<int> set, StressRun run)
{
    private const int Recent = 64;
    private const int Crowded = 1_000;

    private readonly StressJob?[] _recent = new StressJob?[Recent];
    private volatile bool _isSpawning = true;
    private volatile bool _isOver;

    internal StressLedger Ledger { get; } = new();

    /// <summary>Waits for the spawners, then for those who take what they have left behind, then for the rest.</summary>
    internal void Finish()
    {
        run.Join("spawner", "aborter", "detacher");
        _isSpawning = false;
        run.Join("joiner", "impatient joiner", "trying joiner", "enumerator");
        run.Guard("the rest", () => StressRun.Until(() => Ledger.Open.All(job => job.Handle.IsFinished), "every forgotten job ends"));
        _isOver = true;
        run.Join();
    }

    internal void StartSpawners(int count) => run.Start("spawner", count, random =>
    {
        while (run.IsOpen)
        {
            StressJob job = Ledger.Issue(random);
            job.Handle = (random.Next() & 1) == 0
                ? set.Spawn(job.RunAsync, job.Name)
                : set.Spawn(static (job, token) => job.RunAsync(token), job, job.Name);
            Volatile.Write(ref _recent[random.Next(Recent)], job);
            while (set.Count + Ledger.GatesWaiting > Crowded && run.IsOpen)
            {
                Thread.Yield();
            }
        }
    });

    internal void StartCompleters(int count) => run.Start("completer", count, _ =>
    {
        while (!_isOver)
        {
            if (!Ledger.OpenGate())
            {
                Thread.Yield();
            }
        }
    });

    internal void StartAborters(int count) => run.Start("aborter", count, random =>
    {
        while (run.IsOpen)
        {
            Volatile.Read(ref _recent[random.Next(Recent)])?.Abort();
            if (random.Next(200) == 0)
            {
                Ledger.AbortAll(set.AbortAll);
            }

            Thread.Yield();
        }
    });

    internal void StartDetachers(int count) => run.Start("detacher", count, random =>
    {
        while (run.IsOpen)
        {
            if (Ledger.Waiting < Crowded)
            {
                set.DetachAll(); // unless a bound has left so many behind that the test would be all waiting
            }

            Thread.Sleep(random.Next(3)); // so that there is something to detach
        }
    });
}
