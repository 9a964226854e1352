using System.Runtime.CompilerServices;

namespace JoinSets.Samples.Consequences;

// Nobody can reach the letter once its mailer is out of use. It goes on until the garbage collector finds the mailer's set.
internal static class UndisposedSetField
{
    private static readonly TaskCompletionSource<string> s_letter = new();

    public static async Task RunAsync()
    {
        SendByAMailer();
        Console.WriteLine("the mailer is out of use, and nobody can wait for its letter");
        while (!s_letter.Task.IsCompleted)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }

        Console.WriteLine($"the garbage collector came by: {await s_letter.Task}");
    }

    // A method of its own, so that nothing on the stack of its caller holds on to the mailer.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SendByAMailer() => new Mailer().Send();

    private sealed class Mailer
    {
        private readonly JoinSet _sending = new(); // JOIN006

        public void Send() => _sending.Spawn(DeliverAsync);

        private static async Task DeliverAsync(CancellationToken token)
        {
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            finally
            {
                s_letter.SetResult("the letter was aborted, half sent");
            }
        }
    }
}
