namespace JoinSets.Samples.Consequences;

// The loop ends at the first failure. What two other tasks had finished with, a page and another failure, is dropped.
internal static class EarlyExit
{
    public static async Task RunAsync()
    {
        await using var set = new JoinSet<string>();
        set.Add(Task.FromException<string>(new IOException("the first disk is full")));
        set.Add(Task.FromResult("a page"));
        set.Add(Task.FromException<string>(new IOException("the second disk is full")));

        await foreach (var result in set)
        {
            if (result.Error is { } error)
            {
                Console.WriteLine($"{error.Exception.Message}; {set.Count} tasks that have finished too are not asked");
                break; // JOIN005
            }

            Console.WriteLine(result.Value);
        }
    }
}
