using System.Threading.Channels;

namespace JoinSets.Samples.Consequences;

// The abort cancels a token, and nobody listens. Only the letter that the task waits for ends it, and with it the shutdown.
internal static class UnreachableByAbort
{
    public static async Task RunAsync()
    {
        var begun = new TaskCompletionSource();
        var mail = Channel.CreateUnbounded<string>();
        await using var set = new JoinSet<string>();
        set.Spawn(async token => // JOIN011
        {
            begun.SetResult();
            return await mail.Reader.ReadAsync();
        });

        await begun.Task;
        Task shutdown = set.ShutdownAsync();
        await Task.WhenAny(shutdown, Task.Delay(300));
        Console.WriteLine($"300 ms after the abort the task has stopped: {shutdown.IsCompleted}");

        mail.Writer.TryWrite("dear Ada");
        await shutdown;
        Console.WriteLine("it has stopped now, because a letter came");
    }
}
