namespace JoinSets.Package.Tests;

[Collection(OnePackage.Name)]
public sealed class FormatTests(PackedPackage package) : IDisposable
{
    private const string Program = """
        using JoinSets;

        await Greeting.PrintAsync();

        var numbers = new JoinSet<int>();
        foreach (var number in new[] { 1, 2, 3 })
        {
            numbers.Spawn(async token =>
            {
                await Task.Delay(100 * number, token);
                Console.WriteLine($"{number} done");
                return number;
            });
        }
        """;

    private const string Greeting = """
        using JoinSets;

        internal static class Greeting
        {
            public static async Task PrintAsync()
            {
                await Task.Yield();
                var set = new JoinSet();
                set.Spawn(async token =>
                {
                    await Task.Delay(100, token);
                    Console.WriteLine("hello");
                });
            }
        }
        """;

    private readonly ConsumerFolder _folder = new(package);

    [Fact]
    public async Task DotnetFormat_UndrainedSets_AppliesTheFirstFixToEach()
    {
        _folder.WriteProject("untidy", "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>", _folder.PackageReference);
        _folder.Write("untidy/Program.cs", Program);
        _folder.Write("untidy/Greeting.cs", Greeting);

        (await _folder.DotnetAsync("format", "analyzers", "untidy", "--diagnostics", "JOIN001", "--severity", "warn")).Succeeded();

        Assert.Contains("await foreach (var result in numbers)", File.ReadAllText(_folder["untidy/Program.cs"]), StringComparison.Ordinal);
        Assert.Contains("await foreach (var result in set)", File.ReadAllText(_folder["untidy/Greeting.cs"]), StringComparison.Ordinal);
        (await _folder.DotnetAsync("build", "untidy", "-warnaserror")).SucceededInSilence();

        // Undrained, the program would end before the first of them prints.
        CommandResult run = await _folder.DotnetAsync("run", "--project", "untidy", "--no-build");
        Assert.Equal(["hello", "1 done", "2 done", "3 done"], run.Succeeded().Lines);
    }

    public void Dispose() => _folder.Dispose();
}
