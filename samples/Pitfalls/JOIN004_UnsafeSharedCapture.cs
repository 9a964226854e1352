namespace JoinSets.Pitfalls;

// A List is no place where several threads may add at once: some squares get lost.
// Put right, it prints: 1000 squares
internal static class UnsafeSharedCapture
{
    public static async Task RunAsync()
    {
        var squares = new List<int>();
        await using var set = new JoinSet();
        foreach (int number in Enumerable.Range(1, 1000))
        {
            set.Spawn(async token =>
            {
                await Task.Delay(1, token);
                squares.Add(number * number); // JOIN004
            });
        }

        await set.JoinAllAsync();
        Console.WriteLine($"{squares.Count} squares");
    }
}
