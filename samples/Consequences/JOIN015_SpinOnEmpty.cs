namespace JoinSets.Samples.Consequences;

// The property counts how often the loop asks. At ten million it throws, or the loop would go on.
internal static class SpinOnEmpty
{
    private static readonly JoinSet<int> s_set = new();
    private static int s_joins;

    private static JoinSet<int> Set => ++s_joins > 10_000_000 ? throw new TimeoutException() : s_set;

    public static async Task RunAsync()
    {
        int thread = Environment.CurrentManagedThreadId;
        try
        {
            await SumAsync();
        }
        catch (TimeoutException)
        {
            string sameThread = thread == Environment.CurrentManagedThreadId ? "without once giving up its thread" : "on several threads";
            Console.WriteLine($"the loop asked the empty set ten million times, {sameThread}");
        }
    }

    private static async Task SumAsync()
    {
        int sum = 0;
        while (true)
        {
            var result = await Set.JoinNextAsync(); // JOIN015
            if (result is null)
            {
                continue;
            }

            sum += result.Value.Value;
            Console.WriteLine(sum);
        }
    }
}
