namespace JoinSets.Samples.Consequences;

// `total +=` reads the total, waits for what is to be added, and writes. Both tasks have read 0 when they meet. Without the await it is a
// moment between the reading and the writing, and they meet there by chance.
internal static class UnsynchronizedWrite
{
    private static readonly TaskCompletionSource s_bothAreHere = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private static int s_here;

    public static async Task RunAsync()
    {
        int total = 0;
        await using var set = new JoinSet();
        for (int task = 0; task < 2; task++)
        {
            set.Spawn(async _ => total += await MeetAsync()); // JOIN007
        }

        await set.JoinAllAsync();
        Console.WriteLine($"two tasks added 1 each: the total is {total}");
    }

    private static async Task<int> MeetAsync()
    {
        if (Interlocked.Increment(ref s_here) == 2)
        {
            s_bothAreHere.SetResult();
        }

        await s_bothAreHere.Task;
        return 1;
    }
}
