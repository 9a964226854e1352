namespace JoinSets.Samples.Consequences;

// One task fails, its exception leaves the method, and the other task goes on behind the back of whoever handles it.
internal static class SetWithoutUsing
{
    private static readonly TaskCompletionSource s_handled = new();
    private static readonly TaskCompletionSource s_written = new();

    public static async Task RunAsync()
    {
        try
        {
            await CopyAllAsync();
        }
        catch (IOException error)
        {
            Console.WriteLine($"{error.Message}: the copies are given up");
        }

        s_handled.SetResult();
        await s_written.Task;
    }

    private static async Task CopyAllAsync()
    {
        var set = new JoinSet<int>(); // JOIN016
        set.Spawn(_ => CopyAsync());
        set.Spawn(_ => Task.FromException<int>(new IOException("the first copy failed")));

        await foreach (var result in set)
        {
            Console.WriteLine(result.Value);
        }
    }

    private static async Task<int> CopyAsync()
    {
        await s_handled.Task;
        Console.WriteLine("the second copy is written all the same");
        s_written.SetResult();
        return 1;
    }
}
