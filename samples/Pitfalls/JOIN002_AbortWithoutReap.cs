namespace JoinSets.Pitfalls;

// The slow answer is asked to stop, and nobody waits until it has.
// Put right, it prints: the quick answer
// Put right, it prints: the slow one has stopped
internal static class AbortWithoutReap
{
    public static async Task RunAsync()
    {
        var begun = new TaskCompletionSource();
        using var set = new JoinSet<string>();
        set.Spawn(token => AnswerSlowlyAsync(begun, token));
        set.Spawn(async token =>
        {
            await begun.Task.WaitAsync(token);
            return "the quick answer";
        });

        if (await set.JoinNextAsync() is { } first)
        {
            Console.WriteLine(first.Value);
        }

        set.AbortAll(); // JOIN002
    }

    private static async Task<string> AnswerSlowlyAsync(TaskCompletionSource begun, CancellationToken token)
    {
        begun.SetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, token);
            return "the slow answer";
        }
        finally
        {
            Console.WriteLine("the slow one has stopped");
        }
    }
}
