namespace JoinSets.Pitfalls;

// The loop ends at the failure, and the seven that was there already is lost.
// Put right, it prints: 7
internal static class EarlyExit
{
    public static async Task RunAsync()
    {
        await using var set = new JoinSet<int>();
        set.Add(Task.FromException<int>(new IOException("no such file")));
        set.Add(Task.FromResult(7));

        await foreach (var result in set)
        {
            if (result.IsFaulted)
            {
                break; // JOIN005
            }

            Console.WriteLine(result.Value);
        }
    }
}
