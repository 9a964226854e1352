namespace JoinSets.Samples.Tests;

public class HostedServiceTests
{
    private const string Endless = "900000000000";

    [Fact]
    public async Task Run_WithGoodAndBadJobs_ReportsEachAndEnds()
    {
        SampleResult result = await SampleProcess.RunAsync("HostedService", "1000", "oops", "10");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Single(result.LinesWith(" 1000: 168 primes"));
        Assert.Single(result.LinesWith(" 10: 4 primes"));
        Assert.Single(result.LinesWith(" oops: failed, "));
        Assert.Single(result.LinesWith(" intake: 3 jobs taken, 0 left"));
    }

    /// <summary>The job that was taken ends normally although the service was told to stop. It reads its number from a pipe, so it cannot end earlier.</summary>
    [Fact]
    public async Task Terminate_JobThatEndsInTime_IsLetFinish()
    {
        if (OperatingSystem.IsWindows())
            return;

        using var folder = new TemporaryFolder();
        string pipe = folder.MakePipe("job");
        using var sample = SampleProcess.Start("HostedService", $"@{pipe}", "--shutdownTimeoutSeconds", "100");
        await sample.WaitForLineAsync("intake: 1 jobs taken");
        sample.Signal("TERM");
        await sample.WaitForLineAsync("Application is shutting down");
        await TemporaryFolder.FeedAsync(pipe, "30000");
        SampleResult result = await sample.WaitForExitAsync();

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Single(result.LinesWith($"{pipe}: 3245 primes"));
    }

    /// <summary>The job that will not end is aborted and reaped, and so is the one that waits for its turn.</summary>
    [Fact]
    public async Task Terminate_JobsThatTakeTooLong_AreAbortedWithinTheTimeLimit()
    {
        if (OperatingSystem.IsWindows())
            return;

        string[] jobs = [.. Enumerable.Repeat(Endless, 3)];
        using var sample = SampleProcess.Start("HostedService", [.. jobs, "--shutdownTimeoutSeconds", "16"]);
        await sample.WaitForLineAsync("intake: 3 jobs taken");
        sample.Signal("TERM");
        SampleResult result = await sample.WaitForExitAsync();

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(3, result.LinesWith($" {Endless}: aborted, ").Count());
        Assert.Empty(result.LinesWith("would not stop"));
    }
}
