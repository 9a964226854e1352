namespace JoinSets.Samples.Consequences;

// As many tasks as the pool has threads wait with their threads in hand. The pool may not add any here: as it is, it adds one now and then.
internal static class BlockingCall
{
    public static async Task RunAsync()
    {
        int threads = Environment.ProcessorCount;
        ThreadPool.SetMinThreads(threads, threads);
        ThreadPool.SetMaxThreads(threads, threads);

        using var gate = new ManualResetEventSlim();
        using var held = new CountdownEvent(threads);
        await using var set = new JoinSet();
        for (int task = 0; task < threads; task++)
        {
            set.Spawn(token =>
            {
                held.Signal();
                gate.Wait(token); // JOIN010
                return Task.CompletedTask;
            });
        }

        // This thread is none of the pool's: nothing has been awaited yet.
        held.Wait();
        AbortHandle quick = set.Spawn(_ => Task.CompletedTask);
        bool isFinished = SpinWait.SpinUntil(() => quick.IsFinished, TimeSpan.FromMilliseconds(300));
        Console.WriteLine($"a task with nothing to do has finished after 300 ms: {isFinished}");

        gate.Set();
        await set.JoinAllAsync();
        Console.WriteLine($"and when the others have stopped waiting: {quick.IsFinished}");
    }
}
