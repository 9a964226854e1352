namespace JoinSets.Package.Tests;

/// <summary>
/// The rules of others that ask for a Dispose or an await, from the packages that people have them from: CA2000 from the SDK, IDISP001 and
/// IDISP013 from IDisposableAnalyzers. With JoinSet's analyzers they keep silent where a set is drained, and nowhere else.
/// </summary>
[Collection(OnePackage.Name)]
public sealed class NeighbourTests(PackedPackage package) : IAsyncLifetime, IDisposable
{
    private const string Library = "<TargetFramework>net10.0</TargetFramework>";

    private const string Neighbours = """<PackageReference Include="IDisposableAnalyzers" Version="[4.0.8]" />""";

    private const string WithoutOurAnalyzers = """
        <Project>
          <Target Name="RemoveOurAnalyzers" BeforeTargets="CoreCompile">
            <ItemGroup>
              <Analyzer Remove="@(Analyzer)" Condition="'%(Analyzer.NuGetPackageId)' == 'JoinSet'" />
            </ItemGroup>
          </Target>
        </Project>
        """;

    private static readonly string[] s_ids = ["CA2000", "IDISP001", "IDISP013"];

    private readonly ConsumerFolder _folder = new(package);

    public async Task InitializeAsync()
    {
        foreach (string project in new[] { "with", "without" })
        {
            _folder.WriteProject(project, Library, _folder.PackageReference + Neighbours);
            _folder.Write($"{project}/.editorconfig", "[*.cs]\ndotnet_diagnostic.CA2000.severity = warning\n");
            _folder.Write($"{project}/Neighbourly.cs", Code);
        }

        _folder.Write("without/Directory.Build.targets", WithoutOurAnalyzers);

        // One after the other: they share a package folder.
        (await _folder.DotnetAsync("restore", "with")).Succeeded();
        (await _folder.DotnetAsync("restore", "without")).Succeeded();
    }

    [Fact]
    public async Task Build_WithoutOurAnalyzers_WarnsOfEverySetAndTask() =>
        Assert.Equal(Marked("answered").Concat(Marked("stays")).Order(), await WarningsOfAsync("without"));

    [Fact]
    public async Task Build_WithOurAnalyzers_WarnsOnlyWhereNothingIsProved() =>
        Assert.Equal(Marked("stays").Order(), await WarningsOfAsync("with"));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    private async Task<IEnumerable<(int Line, string Id)>> WarningsOfAsync(string project)
    {
        CommandResult build = (await _folder.DotnetAsync("build", project, "--no-restore")).Succeeded();
        Assert.DoesNotContain(build.Messages, static message => message.Id is "AD0001" or "CS8032" or "CS9057");
        return build.Messages.Where(message => s_ids.Contains(message.Id)).Select(static message => (message.Line, message.Id)).Order();
    }

    // "… // stays: CA2000 IDISP001"
    private static IEnumerable<(int Line, string Id)> Marked(string word) =>
        from line in Code.Split('\n').Index()
        let mark = line.Item.IndexOf($"// {word}: ", StringComparison.Ordinal)
        where mark >= 0
        from id in line.Item[(mark + word.Length + 5)..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        select (line.Index + 1, id);

    private const string Code = """
        using JoinSets;

        public static class Neighbourly
        {
            public static async Task JoinLoopAsync()
            {
                var set = new JoinSet<int>(); // answered: CA2000 IDISP001
                set.Spawn(OneAsync);
                while (await set.JoinNextAsync() is { } result)
                    Console.WriteLine(result);
            }

            public static async Task<IReadOnlyList<int>> JoinAllAsync(bool early)
            {
                var set = new JoinSet<int>(new JoinSetOptions { MaxConcurrency = 2 }); // answered: CA2000 IDISP001
                set.Spawn(OneAsync);
                if (early)
                {
                    await set.ShutdownAsync();
                    return [];
                }

                return await set.JoinAllAsync();
            }

            public static async Task OneOfTwoAsync(bool early)
            {
                JoinSet<int> set;
                set = new(); // stays: CA2000 IDISP001
                set.Spawn(OneAsync);
                if (early)
                    return;
                await set.JoinAllAsync();
            }

            public static async Task ForgottenAsync()
            {
                var set = new JoinSet(); // stays: CA2000 IDISP001
                set.Spawn(token => Task.Delay(1, token));
                await Task.Yield();
            }

            public static async Task NotASetAsync()
            {
                var stream = new MemoryStream(); // stays: IDISP001
                await stream.FlushAsync();
            }

            public static async Task FactoryAsync()
            {
                var set = await MakeAsync(); // answered: CA2000 IDISP001
                await foreach (var result in set)
                    Console.WriteLine(result);
            }

            public static async Task InUsingAsync()
            {
                using var stream = new MemoryStream();
                await using var set = new JoinSet<int>();
                set.Spawn(token => stream.ReadAsync(new byte[1], 0, 1, token)); // answered: IDISP013
                set.Spawn(token =>
                {
                    return stream.ReadAsync(new byte[1], 0, 1, token); // answered: IDISP013
                });
                await foreach (var result in set)
                    Console.WriteLine(result);
            }

            public static async Task OutlivedAsync()
            {
                var set = new JoinSet<int>(); // answered: CA2000 IDISP001
                using (var stream = new MemoryStream())
                    set.Spawn(token => stream.ReadAsync(new byte[1], 0, 1, token)); // stays: IDISP013
                await set.JoinAllAsync();
            }

            public static Task ReturnedAsync()
            {
                using var set = new JoinSet<int>();
                set.Spawn(OneAsync);
                return set.JoinAllAsync(); // stays: IDISP013
            }

            private static async Task<JoinSet<int>> MakeAsync()
            {
                var set = new JoinSet<int>();
                set.Spawn(OneAsync);
                await Task.Yield();
                return set;
            }

            private static async Task<int> OneAsync(CancellationToken token)
            {
                await Task.Delay(1, token);
                return 1;
            }
        }
        """;
}
