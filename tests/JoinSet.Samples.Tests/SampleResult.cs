namespace JoinSets.Samples.Tests;

/// <summary>What a sample left behind.</summary>
internal sealed record SampleResult(int ExitCode, IReadOnlyList<string> Output, string Errors)
{
    public IEnumerable<string> LinesWith(string text) => Output.Where(line => line.Contains(text, StringComparison.Ordinal));

    public override string ToString() => $"exit code {ExitCode}\n{string.Join('\n', Output)}\n{Errors}";
}
