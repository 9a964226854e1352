namespace JoinSets.Samples;

/// <summary>The command line cannot be obeyed; the message is for the person who typed it.</summary>
internal sealed class UsageException(string message) : Exception(message)
{
    /// <summary>What a program that was called wrongly exits with.</summary>
    public const int ExitCode = 2;
}
