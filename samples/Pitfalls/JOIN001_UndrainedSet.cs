namespace JoinSets.Pitfalls;

// The letter is never sent: `await using` aborts what nobody has joined.
// Put right, it prints: the letter was sent
internal static class UndrainedSet
{
    public static async Task RunAsync()
    {
        await using var set = new JoinSet(); // JOIN001
        set.Spawn(async token =>
        {
            await Task.Delay(20, token);
            Console.WriteLine("the letter was sent");
        });
    }
}
