using System.Security.Cryptography;
using System.Text;

namespace JoinSets.Samples.Tests;

public class HashFolderTests
{
    [Fact]
    public async Task Run_FolderWithAFileInUse_HashesTheOthersAndReportsIt()
    {
        using var folder = new TemporaryFolder();
        string[] texts = ["", "small", new string('x', 300_000)];
        string[] expected = [.. texts.Select((text, i) => $"{Sha256(text)}  {folder.Write($"sub{i}/file{i}.txt", text)}")];
        string inUse = folder.Write("in-use.txt", "locked");
        using FileStream locked = new(inUse, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        SampleResult result = await SampleProcess.RunAsync("HashFolder", folder.Root);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(expected.Order(), result.Output.Order());
        Assert.Contains($"unreadable: {inUse}: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains("3 of 4 files hashed, 300,005 bytes; 1 unreadable, 0 cancelled.", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_EmptyFolder_HasNothingToDo()
    {
        using var folder = new TemporaryFolder();

        SampleResult result = await SampleProcess.RunAsync("HashFolder", folder.Root);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("0 of 0 files hashed", result.Errors, StringComparison.Ordinal);
    }

    /// <summary>A file without end shows that running work is asked to stop and does.</summary>
    [Fact]
    public async Task Interrupt_WhileAFileIsRead_CancelsItAndExitsWith130()
    {
        if (!OperatingSystem.IsLinux())
            return;

        using var folder = new TemporaryFolder();
        string small = folder.Write("small.txt", "small");
        File.CreateSymbolicLink(Path.Join(folder.Root, "endless"), "/dev/zero");
        using var sample = SampleProcess.Start("HashFolder", folder.Root);

        await sample.WaitForLineAsync(small);
        sample.Signal("INT");
        SampleResult result = await sample.WaitForExitAsync();

        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.Contains("1 of 2 files hashed, 5 bytes; 0 unreadable, 1 cancelled.", result.Errors, StringComparison.Ordinal);
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
