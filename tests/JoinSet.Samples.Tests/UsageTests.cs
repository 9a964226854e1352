namespace JoinSets.Samples.Tests;

/// <summary>A wrong call is answered on standard error, with exit code 2, before any work is done.</summary>
public class UsageTests
{
    [Theory]
    [InlineData("FirstToFinish", "Unknown option --nonsense", "--nonsense")]
    [InlineData("FirstToFinish", "bad URL 'ftp://example.org/'", "ftp://example.org/")]
    [InlineData("FirstToFinish", "bad URL 'http://'", "http://")]
    [InlineData("FirstToFinish", "no-such-file.txt: neither an http(s) URL nor a file that can be read", "no-such-file.txt")]
    [InlineData("FirstToFinish", "--timeout wants a number of seconds", "--timeout", "soon")]
    [InlineData("FirstToFinish", "--timeout wants a number of seconds", "--timeout")]
    [InlineData("HashFolder", "'no-such-folder' is not a folder", "no-such-folder")]
    [InlineData("HashFolder", "'--nonsense' is not a folder", "--nonsense")]
    [InlineData("SingleThread", "Unknown option --nonsense", "--nonsense")]
    [InlineData("Consequences", "one of JOIN001 to JOIN017")]
    [InlineData("Consequences", "one of JOIN001 to JOIN017", "JOIN000")]
    public async Task Run_CalledWrongly_SaysWhatIsWrong(string sample, string message, params string[] args)
    {
        SampleResult result = await SampleProcess.RunAsync(sample, args);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("# nothing but a comment\n", "no URL in this file")]
    [InlineData("http://127.0.0.1/\nnot a url\n", "line 2: bad URL 'not a url'")]
    public async Task Run_WithAFileThatIsNoUrlList_SaysWhatIsWrong(string text, string message)
    {
        using var folder = new TemporaryFolder();

        SampleResult result = await SampleProcess.RunAsync("FirstToFinish", folder.Write("urls.txt", text));

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FirstToFinish")]
    [InlineData("HashFolder")]
    [InlineData("SingleThread")]
    public async Task Help_Asked_IsGiven(string sample)
    {
        SampleResult result = await SampleProcess.RunAsync(sample, "--help");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.NotEmpty(result.LinesWith($"usage: {sample} "));
        Assert.Empty(result.Errors);
    }
}
