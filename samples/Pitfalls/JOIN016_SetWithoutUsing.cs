namespace JoinSets.Pitfalls;

// The failure leaves the loop and the set, and the other task runs on.
// Put right, it prints: the other has stopped
// Put right, it prints: disk full
internal static class SetWithoutUsing
{
    public static async Task RunAsync()
    {
        try
        {
            await SumAsync();
        }
        catch (IOException error)
        {
            Console.WriteLine(error.Message);
        }
    }

    private static async Task SumAsync()
    {
        var begun = new TaskCompletionSource();
        var set = new JoinSet<int>(); // JOIN016
        set.Spawn(token => WaitAsync(begun, token));
        set.Spawn(async token =>
        {
            await begun.Task.WaitAsync(token);
            throw new IOException("disk full");
        });

        await foreach (var result in set)
        {
            Console.WriteLine(result.Value);
        }
    }

    private static async Task<int> WaitAsync(TaskCompletionSource begun, CancellationToken token)
    {
        begun.SetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, token);
            return 1;
        }
        finally
        {
            Console.WriteLine("the other has stopped");
        }
    }
}
