namespace JoinSets.Samples.Tests;

/// <summary>Ctrl+C at each stage. Windows has no signal to send to another process's console, so there these prove nothing.</summary>
public class FirstToFinishInterruptTests
{
    [Theory]
    [InlineData]
    [InlineData("--fail-fast")]
    public async Task Interrupt_WhilePagesAreOut_NamesAndCountsWhatWasCancelled(params string[] options)
    {
        if (OperatingSystem.IsWindows())
            return;

        await using GatedServer server = await GatedServer.StartAsync();
        string[] urls = [server.Url("fine"), server.Url("late"), server.Url("later")];
        using var sample = SampleProcess.Start("FirstToFinish", [.. options, "--timeout", "100", .. urls]);

        server.Answer("fine");
        await sample.WaitForLineAsync("/fine");
        await server.WaitForRequestAsync("late");
        await server.WaitForRequestAsync("later");
        sample.Signal("INT");
        SampleResult result = await sample.WaitForExitAsync();

        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.Equal(["late", "later"], result.LinesWith("cancelled    ").Select(line => line.Split('/')[^1]).Order());
        Assert.Equal("Interrupted: 1 ok, 0 failed, 0 timed out, 2 cancelled.", result.Output[^1]);
    }

    [Fact]
    public async Task Interrupt_WhileAwaitingInOrder_CountsWhatWasCancelled()
    {
        if (OperatingSystem.IsWindows())
            return;

        await using GatedServer server = await GatedServer.StartAsync();
        server.Answer("fine");
        using var sample = SampleProcess.Start("FirstToFinish", "--timeout", "100", server.Url("fine"));

        await sample.WaitForLineAsync("Once more, awaiting in order");
        sample.Signal("INT");
        SampleResult result = await sample.WaitForExitAsync();

        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.Equal("Interrupted: 1 of 1 were cancelled.", result.Output[^1]);
    }

    [Fact]
    public async Task Interrupt_OfTheFiftyPages_AccountsForEveryOne()
    {
        if (OperatingSystem.IsWindows())
            return;

        using var sample = SampleProcess.Start("FirstToFinish", "--timeout", "100");
        await sample.WaitForLineAsync("[  1/50]");
        sample.Signal("INT");
        SampleResult result = await sample.WaitForExitAsync();

        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.StartsWith("Interrupted: ", result.Output[^1], StringComparison.Ordinal);
        Assert.Equal(50, result.LinesWith("http://127.0.0.1:").Distinct().Count());
        Assert.NotEmpty(result.LinesWith("cancelled    "));
    }
}
