namespace JoinSets.Pitfalls;

// "Done", says the loop of a task that failed.
// Put right, it prints: disk full
internal static class IgnoredJoinResult
{
    public static async Task RunAsync()
    {
        await using var set = new JoinSet();
        set.Spawn(_ => Task.FromException(new IOException("disk full")));
        try
        {
            await foreach (var result in set) // JOIN009
            {
                Console.WriteLine("one more is done");
            }
        }
        catch (IOException error)
        {
            Console.WriteLine(error.Message);
        }
    }
}
