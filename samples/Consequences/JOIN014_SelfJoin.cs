namespace JoinSets.Samples.Consequences;

// The third task joins the other two and goes on waiting, for itself. It waits with its token, or not even an abort would end this program.
internal static class SelfJoin
{
    public static async Task RunAsync()
    {
        var othersAreJoined = new TaskCompletionSource();
        await using var set = new JoinSet<int>();
        set.Spawn(_ => Task.FromResult(20));
        set.Spawn(_ => Task.FromResult(22));
        AbortHandle sum = set.Spawn(async token =>
        {
            int soFar = 0;
            while (await set.JoinNextAsync(token) is { } result) // JOIN014
            {
                soFar += result.Value;
                if (soFar == 42)
                {
                    othersAreJoined.SetResult();
                }
            }

            return soFar;
        });

        await othersAreJoined.Task;
        bool isFinished = SpinWait.SpinUntil(() => sum.IsFinished, TimeSpan.FromMilliseconds(300));
        Console.WriteLine($"300 ms after it has joined the others the task has finished: {isFinished}; tasks in the set: {set.Count}");

        sum.Abort();
        while (await set.JoinNextAsync() is { } result)
        {
            Console.WriteLine(result.IsCanceled ? "an abort ended it, and its sum is lost" : $"the sum is {result.Value}");
        }
    }
}
