using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;
using Xunit;

namespace JoinSets.Analyzers.Tests.House;

/// <summary>Where JoinSet is not referenced, the analyzers do nothing at all, but for the rules about loops over plain tasks.</summary>
public sealed class RegistrationTests
{
    private const string Source = "class Program { static void Main() { var list = new System.Collections.Generic.List<int>(); list.Add(1); } }";

    [Fact]
    public async Task Nothing_is_registered_when_JoinSet_is_not_referenced_but_what_looks_for_awaits()
    {
        IReadOnlyList<AnalyzerTelemetryInfo> telemetry = await TelemetryAsync(References.Framework);

        Assert.All(AllRules.List.Zip(telemetry), static rule => Assert.Equal(rule.First is TaskLoopAnalyzer ? 1 : 0, ActionsIn(rule.Second)));
        Assert.All(AllRules.List.Zip(telemetry), static rule => Assert.Equal(rule.First is TaskLoopAnalyzer ? 1 : 0, rule.Second.SemanticModelActionsCount));
    }

    [Fact]
    public void Only_the_rules_about_plain_tasks_do_without_a_set()
        => Assert.Equal(["JOIN012", "JOIN013"], AllRules.List.Where(static rule => rule is TaskLoopAnalyzer).SelectMany(static rule => rule.SupportedDiagnostics).Select(static rule => rule.Id).Order());

    [Fact]
    public async Task Every_rule_is_registered_when_JoinSet_is_referenced()
        => Assert.All(await TelemetryAsync(References.All), static info => Assert.NotEqual(0, ActionsIn(info)));

    [Theory]
    [InlineData("namespace Other { class JoinSet<T> { public void Spawn(object work) { } } } class Program { void Run() { var set = new Other.JoinSet<int>(); set.Spawn(1); } }")]
    [InlineData("class JoinSet<T> { public void Spawn(object work) { } } class Program { void Run() { var set = new JoinSet<int>(); set.Spawn(1); } }")]
    [InlineData("namespace JoinSets.Inner { class JoinSet { public void Spawn(object work) { } } class Program { void Run() { var set = new JoinSet(); set.Spawn(1); } } }")]
    [InlineData("namespace Mine { class JoinSets { public class JoinSet { public void Spawn(object work) { } } } class Program { void Run() { var set = new JoinSets.JoinSet(); set.Spawn(1); } } }")]
    [InlineData("namespace JoinSets { class JoinSet<A, B> { public void Spawn(object work) { } } class Program { void Run() { var set = new JoinSet<int, int>(); set.Spawn(1); } } }")]
    public async Task Look_alikes_are_left_alone(string source)
    {
        Assert.Empty(await ReportsAsync(source, References.Framework));
        Assert.Empty(await ReportsAsync(source, References.All));
    }

    [Fact]
    public async Task Set_that_is_declared_in_source_counts_as_the_real_one()
    {
        const string Set = "namespace JoinSets { class JoinSet { public void Spawn(object work) { } } class Program { void Run() { var set = new JoinSet(); set.Spawn(1); } } }";

        Assert.Equal("JOIN001", Assert.Single(await ReportsAsync(Set, References.Framework)).Id);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Sharing_rules_do_without_a_set_where_the_key_asks_for_it(string value, bool isAsked)
    {
        IReadOnlyList<AnalyzerTelemetryInfo> telemetry = await TelemetryAsync(References.Framework, new Settings("joinset.check_task_run", value));

        Assert.All(AllRules.List.Zip(telemetry), rule => Assert.Equal(rule.First is TaskLoopAnalyzer || (isAsked && rule.First is SharingAnalyzer) ? 1 : 0, ActionsIn(rule.Second)));
        Assert.Equal(["JOIN004", "JOIN007", "JOIN008"], AllRules.List.Where(static rule => rule is SharingAnalyzer).SelectMany(static rule => rule.SupportedDiagnostics).Select(static rule => rule.Id).Order());
    }

    [Fact]
    public async Task Plain_tasks_are_judged_without_a_set_where_the_key_asks_for_it()
    {
        Compilation compilation = Compile("class Program { int Run() { int n = 0; System.Threading.Tasks.Parallel.For(0, 9, i => n++); return n; } }", References.Framework);

        Assert.Empty(await Snippet.ReportsAsync(compilation));
        Assert.Equal("JOIN007", Assert.Single(await Snippet.ReportsAsync(compilation, new Settings("joinset.check_task_run", "true"))).Id);
    }

    private static CSharpCompilation Compile(string source, IEnumerable<MetadataReference> references)
        => CSharpCompilation.Create("Any", [CSharpSyntaxTree.ParseText(source)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private static async Task<IReadOnlyList<Diagnostic>> ReportsAsync(string source, IEnumerable<MetadataReference> references)
    {
        Compilation compilation = Compile(source, references);
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error));
        return await Snippet.ReportsAsync(compilation);
    }

    private static async Task<IReadOnlyList<AnalyzerTelemetryInfo>> TelemetryAsync(IEnumerable<MetadataReference> references, AnalyzerConfigOptionsProvider? settings = null)
    {
        CompilationWithAnalyzers run = Compile(Source, references).WithAnalyzers([.. AllRules.List], settings is null ? null : new AnalyzerOptions([], settings));
        await run.GetAnalyzerDiagnosticsAsync();
        return await Task.WhenAll(AllRules.List.Select(rule => run.GetAnalyzerTelemetryInfoAsync(rule, default)));
    }

    private static int ActionsIn(AnalyzerTelemetryInfo info)
        => info.SyntaxTreeActionsCount + info.SemanticModelActionsCount + info.SymbolActionsCount + info.SyntaxNodeActionsCount
            + info.CodeBlockActionsCount + info.CodeBlockStartActionsCount + info.OperationActionsCount + info.OperationBlockActionsCount
            + info.OperationBlockStartActionsCount + info.CompilationEndActionsCount + info.SymbolStartActionsCount;
}
