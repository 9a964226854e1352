namespace JoinSets.Samples.Consequences;

// To add, a list copies what it is given behind its last item, and then raises its count. Between the two another task adds as well:
// both copy to the same place. The first pages dawdle there, to hold that moment open; with plain pages it is short, and comes by chance.
internal static class UnsafeSharedCapture
{
    private static readonly ManualResetEventSlim s_firstIsAtIt = new();
    private static readonly ManualResetEventSlim s_secondHasAdded = new();

    public static async Task RunAsync()
    {
        var pages = new List<string>();
        await using var set = new JoinSet();
        set.SpawnBlocking(_ => pages.AddRange(new DawdlingPages { "one", "two" })); // JOIN004
        set.SpawnBlocking(token =>
        {
            s_firstIsAtIt.Wait(token);
            pages.AddRange(["three", "four"]); // JOIN004
            s_secondHasAdded.Set();
        });

        await set.JoinAllAsync();
        Console.WriteLine($"four pages were added: {string.Join(", ", pages.Select(page => page ?? "nothing"))}");
    }

    private sealed class DawdlingPages : List<string>, ICollection<string>
    {
        void ICollection<string>.CopyTo(string[] array, int arrayIndex)
        {
            s_firstIsAtIt.Set();
            s_secondHasAdded.Wait();
            CopyTo(array, arrayIndex);
        }
    }
}
