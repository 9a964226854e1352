using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN001_UndrainedSet;

/// <summary>Everywhere C# lets statements stand, and in every version of it.</summary>
public sealed class UndrainedSetHostTests
{
    private const string Leak = "\nvar set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count);\n";

    public static TheoryData<string> Members =>
    [
        "void Run() {" + Leak + "}",
        "static void Run() {" + Leak + "}",
        "async Task Run() { await Task.Yield();" + Leak + "}",
        "async void Run() { await Task.Yield();" + Leak + "}",
        "async ValueTask<int> Run() { await Task.Yield();" + Leak + "return 1; }",
        "IEnumerable<int> Run() {" + Leak + "yield return 1; }",
        "IEnumerable<int> Run() {" + Leak + "yield break; }",
        "async IAsyncEnumerable<int> Run() { await Task.Yield();" + Leak + "yield return 1; }",
        "Program() {" + Leak + "}",
        "Program(int x) : this() {" + Leak + "}\nProgram() { }",
        "static Program() {" + Leak + "}",
        "~Program() {" + Leak + "}",
        "int Value { get {" + Leak + "return 1; } }",
        "int Value { get => 1; set {\nvar tasks = new JoinSet<int>(); // JOIN001\ntasks.Spawn(Do.Count);\n} }",
        "int Value { get => 1; init {\nvar tasks = new JoinSet<int>(); // JOIN001\ntasks.Spawn(Do.Count);\n} }",
        "int this[int index] { get {" + Leak + "return 1; } }",
        "event EventHandler Changed { add {" + Leak + "} remove { } }",
        "public static Program operator +(Program a, Program b) {" + Leak + "return a; }",
        "public static implicit operator int(Program a) {" + Leak + "return 1; }",
        "void Run() { Inner(); void Inner() {" + Leak + "} }",
        "void Run() { Inner(); static void Inner() {" + Leak + "} }",
        "void Run() { Action action = () => {" + Leak + "}; action(); }",
        "void Run() { Action action = static () => {" + Leak + "}; action(); }",
        "void Run() { Action action = delegate {" + Leak + "}; action(); }",
        "Action _field = () => {" + Leak + "};",
        "static readonly Func<Task> s_field = async () => { await Task.Yield();" + Leak + "};",
        "Action Property { get; } = () => {" + Leak + "};",
        "Action Run() => () => {" + Leak + "};",
        "void Run<T>(T value) {\nvar set = new JoinSet<T>(); // JOIN001\nset.Spawn(ct => Task.FromResult(value));\n}",
        "class Inner<T> { void Run(T value) {\nJoinSet<T> set = new(); // JOIN001\nset.Spawn(ct => Task.FromResult(value));\n} }",
        "unsafe void Run(int* pointer) {" + Leak + "}",
        "void Run() { try { } catch (Exception) {" + Leak + "} finally { } }",
        "void Run() { try { } finally {" + Leak + "} }",
        "void Run() { lock (this) {" + Leak + "} }",
        "void Run() { checked {" + Leak + "} }",
    ];

    [Theory]
    [MemberData(nameof(Members))]
    public async Task Reports_when_the_set_is_local_to(string member) => await Snippet.OfMembers(member).VerifyAsync("JOIN001");

    [Fact]
    public async Task Reports_when_the_set_is_local_to_top_level_statements()
        => await Snippet.OfFile("var set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count);\nvar inner = () => {\nvar tasks = new JoinSet(); // JOIN001\ntasks.Spawn(Do.Step);\n};\ninner();").VerifyAsync("JOIN001");

    [Fact]
    public async Task Reports_each_body_once_when_types_follow_top_level_statements()
        => await Snippet.OfFile("var set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count);\nclass Other { void Run() {" + Leak + "} }").VerifyAsync("JOIN001");

    [Fact]
    public async Task Reports_when_the_set_goes_by_another_name()
        => await new Snippet("using Jobs = JoinSets.JoinSet<int>;\n" + Snippet.Usings + Snippet.Work + "class Program { void Run() {\nvar set = new Jobs(); // JOIN001\nset.Spawn(Do.Count);\n} }").VerifyAsync("JOIN001");

    [Theory]
    [InlineData(LanguageVersion.CSharp8)]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Preview)]
    public async Task Reports_when_the_language_is(LanguageVersion version)
        => await Snippet.OfStatements("using var set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count);", version).VerifyAsync("JOIN001");

    [Fact]
    public async Task Reports_only_the_sets_that_are_undrained_when_there_are_many()
    {
        IEnumerable<string> sets = Enumerable.Range(0, 200).Select(static n => n % 2 == 0
            ? $"var set{n} = new JoinSet<int>(); // JOIN001\nset{n}.Spawn(Do.Count);"
            : $"var set{n} = new JoinSet<int>();\nset{n}.Spawn(Do.Count);\nawait set{n}.JoinAllAsync();");
        await Snippet.OfStatements(string.Join("\n", sets)).VerifyAsync("JOIN001");
    }
}
