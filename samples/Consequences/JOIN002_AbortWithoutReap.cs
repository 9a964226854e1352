namespace JoinSets.Samples.Consequences;

// The task needs a moment to stop. The method that aborted it does not wait: the task is at work after its end, and its failure goes unseen.
internal static class AbortWithoutReap
{
    private static readonly TaskCompletionSource s_begun = new();
    private static readonly TaskCompletionSource s_returned = new();
    private static readonly TaskCompletionSource s_ended = new();

    public static async Task RunAsync()
    {
        await AbortAsync();
        Console.WriteLine("the method has returned");
        s_returned.SetResult();
        await s_ended.Task;
    }

    private static async Task AbortAsync()
    {
        using var set = new JoinSet();
        set.Spawn(WriteAsync);
        await s_begun.Task;
        set.AbortAll(); // JOIN002
    }

    private static async Task WriteAsync(CancellationToken token)
    {
        s_begun.SetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, token);
        }
        catch (OperationCanceledException)
        {
            await s_returned.Task;
            Console.WriteLine("the task still writes what it has, and fails; nobody hears of it");
            s_ended.SetResult();
            throw new IOException("disk full");
        }
    }
}
