namespace JoinSets.Package.Tests;

/// <summary>What a command left behind.</summary>
internal sealed record CommandResult(string Command, int ExitCode, string Output, string Errors)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Each once, although a build log repeats them at its end.</summary>
    public IReadOnlyList<BuildMessage> Messages => BuildMessage.AllIn(Output);

    public CommandResult Succeeded() =>
        ExitCode == 0 ? this : throw new InvalidOperationException(ToString());

    /// <summary>No error, and no warning either.</summary>
    public void SucceededInSilence() => Assert.True(ExitCode == 0 && Messages.Count == 0, ToString());

    public override string ToString() => $"{Command}\nexit code {ExitCode}\n{Output}\n{Errors}";
}
