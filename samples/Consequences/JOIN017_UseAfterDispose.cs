namespace JoinSets.Samples.Consequences;

// The method returns while its task waits, `using` disposes of the set, and the caller awaits an exception.
internal static class UseAfterDispose
{
    public static async Task RunAsync()
    {
        var returned = new TaskCompletionSource<int>();
        Task<int[]> ones = OnesAsync(returned.Task);
        returned.SetResult(1);
        try
        {
            Console.WriteLine((await ones).Length);
        }
        catch (ObjectDisposedException)
        {
            Console.WriteLine("no value came, but an ObjectDisposedException");
        }
    }

    private static Task<int[]> OnesAsync(Task<int> one)
    {
        using var set = new JoinSet<int>();
        set.Spawn(token => one.WaitAsync(token));
        return set.JoinAllAsync(); // JOIN017
    }
}
