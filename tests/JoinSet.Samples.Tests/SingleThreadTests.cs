namespace JoinSets.Samples.Tests;

public class SingleThreadTests
{
    [Fact]
    public async Task Run_ManyFilesAndAMissingOne_CountsOnOneThread()
    {
        using var folder = new TemporaryFolder();
        string[] files = [.. Enumerable.Range(0, 20).Select(i => folder.Write($"{i}.txt", string.Concat(Enumerable.Repeat("tick tock tick\n", 200))))];
        string missing = Path.Join(folder.Root, "missing.txt");

        SampleResult result = await SampleProcess.RunAsync("SingleThread", [.. files, missing]);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.All(files, file => Assert.Contains($"{file}: 600 words", result.Output));
        Assert.Single(result.Output, line => line.StartsWith($"{missing}: ", StringComparison.Ordinal));
        Assert.Contains("  8000 x tick", result.Output);
        Assert.Contains("  4000 x tock", result.Output);
        Assert.Contains("The dictionary was touched by 1 thread.", result.Output);
    }
}
