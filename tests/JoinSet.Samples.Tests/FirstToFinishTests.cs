namespace JoinSets.Samples.Tests;

public class FirstToFinishTests
{
    private const string Sample = "FirstToFinish";

    /// <summary>The timeout is longer than the default, so that a busy machine does not time the slow pages out too.</summary>
    [Fact]
    public async Task Run_WithoutUrls_HandlesItsFiftyAndCompares()
    {
        SampleResult result = await SampleProcess.RunAsync(Sample, "--timeout", "6");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(50, result.LinesWith("http://127.0.0.1:").Distinct().Count());
        Assert.Equal(3, result.LinesWith("failed     500 InternalServerError").Count());
        Assert.EndsWith("/silent", Assert.Single(result.LinesWith("timed out  no answer in time")), StringComparison.Ordinal);
        Assert.Contains("46 ok, 3 failed, 1 timed out, 0 cancelled.", result.Output);
        Assert.Single(result.LinesWith("handled after           first result     half of them      all of them"));
        Assert.Single(result.Output, line => line.StartsWith("JoinSet     ", StringComparison.Ordinal));
        Assert.Single(result.Output, line => line.StartsWith("awaiting in order   ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_PagesAnswerInReverse_PrintsThemAsTheyArrive()
    {
        await using GatedServer server = await GatedServer.StartAsync();
        string[] pages = ["one", "two", "three"];
        using var sample = SampleProcess.Start(Sample, ["--timeout", "100", .. pages.Select(server.Url)]);

        foreach (string page in pages.Reverse())
        {
            server.Answer(page);
            await sample.WaitForLineAsync($"/{page}");
        }

        await sample.WaitForLineAsync("Once more, awaiting in order");
        foreach (string page in pages)
            server.Answer(page);
        SampleResult result = await sample.WaitForExitAsync();

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(["three", "two", "one"], result.LinesWith("5 bytes").Select(line => line.Split('/')[^1]));
        Assert.Contains("3 ok, 0 failed, 0 timed out, 0 cancelled.", result.Output);
    }

    [Fact]
    public async Task Run_WithAFileOfUrls_SkipsCommentsAndReportsFailures()
    {
        await using GatedServer server = await GatedServer.StartAsync();
        using var folder = new TemporaryFolder();
        string list = folder.Write("urls.txt", $"# two pages\n\n  {server.Url("found")}\n{server.Url("missing")}\n");
        using var sample = SampleProcess.Start(Sample, list, "--timeout", "100");
        for (int pass = 0; pass < 2; pass++)
        {
            server.Answer("found");
            server.Answer("missing", 404);
        }

        SampleResult result = await sample.WaitForExitAsync();

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.EndsWith("/missing", Assert.Single(result.LinesWith("404 NotFound")), StringComparison.Ordinal);
        Assert.Contains("1 ok, 1 failed, 0 timed out, 0 cancelled.", result.Output);
    }

    [Fact]
    public async Task FailFast_OnePageBroken_StopsThereWithExitCode1()
    {
        await using GatedServer server = await GatedServer.StartAsync();
        using var sample = SampleProcess.Start(Sample, "--fail-fast", "--timeout", "100", server.Url("fine"), server.Url("broken"), server.Url("never"));

        server.Answer("fine");
        await sample.WaitForLineAsync("/fine");
        server.Answer("broken", 500);
        SampleResult result = await sample.WaitForExitAsync();

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Equal("Stopped at the first failure: 1 ok, 1 failed, 0 timed out, 1 cancelled.", result.Output[^1]);
    }

    [Fact]
    public async Task FailFast_EveryPageFine_GivesThemAll()
    {
        await using GatedServer server = await GatedServer.StartAsync();
        server.Answer("one");
        server.Answer("two");

        SampleResult result = await SampleProcess.RunAsync(Sample, "--fail-fast", "--timeout", "100", server.Url("one"), server.Url("two"));

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal("10 bytes in all: 2 ok, 0 failed, 0 timed out, 0 cancelled.", result.Output[^1]);
    }
}
