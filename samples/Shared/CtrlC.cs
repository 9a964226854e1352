namespace JoinSets.Samples;

/// <summary>Ctrl+C as a token: the first press asks the program to stop, the second one kills it.</summary>
internal static class CtrlC
{
    /// <summary>What a shell expects of a program that Ctrl+C ended: 128 + SIGINT.</summary>
    public const int ExitCode = 130;

    public static CancellationToken Watch()
    {
        var pressed = new CancellationTokenSource();
        Console.CancelKeyPress += (_, key) =>
        {
            key.Cancel = !pressed.IsCancellationRequested;
            pressed.Cancel();
        };
        return pressed.Token;
    }
}
