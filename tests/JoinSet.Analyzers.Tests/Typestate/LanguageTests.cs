using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace JoinSets.Analyzers.Tests.Typestate;

/// <summary>A set is followed in whatever form of the language it is written.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData(LanguageVersion.CSharp8)]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.Preview)]
    public async Task Reports_and_stays_quiet_in(LanguageVersion version)
    {
        await Snippet.OfStatements("var set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count);\nif (flag) return;\nawait set.JoinAllAsync();", version).VerifyAsync("JOIN001");
        await Snippet.OfStatements("await using var set = new JoinSet<int>();\nset.Spawn(Do.Count);\nawait foreach (var r in set) Console.WriteLine(r.Value);", version).VerifyAsync("JOIN001");
    }

    [Theory]
    [InlineData("var set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count);\nConsole.WriteLine(args.Length);")]
    [InlineData("var set = new JoinSet<int>();\nset.Spawn(Do.Count);\nawait set.JoinAllAsync();")]
    [InlineData("var set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count);\nif (args.Length == 0) return 1;\nawait set.JoinAllAsync();\nreturn 0;")]
    [InlineData("await Run();\nasync Task Run() {\nvar set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count); await Task.Yield(); }")]
    public async Task Follows_top_level_statements(string statements) => await Snippet.OfFile(statements).VerifyAsync("JOIN001");

    [Theory]
    [InlineData("class Jobs(List<string> urls) { public async Task Run() {\nvar set = new JoinSet<int>(); // JOIN001\nforeach (var url in urls) set.Spawn(Do.Count); await Task.Yield(); } }")]
    [InlineData("class Jobs(JoinSet<int> set) { public async Task Run() { await Task.Yield(); set.Dispose();\nset.Spawn(Do.Count); // JOIN017\n} }")]
    [InlineData("static async Task Run<T>(Func<CancellationToken, Task<T>> work) {\nvar set = new JoinSet<T>(); // JOIN001\nset.Spawn(work); await Task.Yield(); }")]
    [InlineData("static async Task<T[]> Run<T>(Func<CancellationToken, Task<T>> work) where T : notnull { var set = new JoinSet<T>(); set.Spawn(work); return await set.JoinAllAsync(); }")]
    [InlineData("record Job(string Url) { public async Task Run() {\nvar set = new JoinSet<string>(); // JOIN001\nset.Spawn(_ => Task.FromResult(Url)); await Task.Yield(); } }")]
    [InlineData("readonly Func<Task> _later = async () => {\nvar set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count); await Task.Yield(); };")]
    [InlineData("Func<Task> Later => async () => { var set = new JoinSet<int>(); set.Spawn(Do.Count); await set.JoinAllAsync(); };")]
    [InlineData("int this[int index] { get {\nvar set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count); return index; } }")]
    [InlineData("public static Program operator +(Program a, Program b) {\nvar set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count); return a; }")]
    [InlineData("event Action Changed { add {\nvar set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count); } remove { } }")]
    [InlineData("interface IJobs { async Task Run() {\nvar set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count); await Task.Yield(); } }")]
    public async Task Follows_every_kind_of_member(string members) => await Snippet.OfMembers(members).VerifyAsync("JOIN001", "JOIN017");

    [Theory]
    [InlineData("foreach (var u in urls) { foreach (var v in urls) {\nvar set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count); if (flag) goto next; await set.JoinAllAsync(); } next: ; }")]
    [InlineData("foreach (var u in urls) { foreach (var v in urls) { var set = new JoinSet<int>(); set.Spawn(Do.Count); if (flag) { set.DetachAll(); goto next; } await set.JoinAllAsync(); } next: ; }")]
    [InlineData("switch (urls.Count) { case 0: case 1 when flag:\nvar set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count); goto default; default: break; }")]
    [InlineData("JoinSet<int> first = new(), second = first; first.Spawn(Do.Count); await second.JoinAllAsync();")]
    [InlineData("JoinSet<int>? set = null; // JOIN001\nforeach (var u in urls) { set = new(); set.Spawn(Do.Count); } if (set != null) await set.JoinAllAsync();")]
    [InlineData("JoinSet<int>? set = null; foreach (var u in urls) { if (set != null) await set.JoinAllAsync(); set = new(); set.Spawn(Do.Count); } if (set != null) await set.JoinAllAsync();")]
    [InlineData("object boxed = new JoinSet<int>(); // JOIN001\n((JoinSet<int>)boxed).Spawn(Do.Count);")]
    [InlineData("int n = flag switch { true => 1, false => 2 }; var set = new JoinSet<int>(); set.Spawn(Do.Count); _ = n switch { 1 => await set.JoinAllAsync(), _ => await set.JoinAllAsync() };")]
    public async Task Follows_odd_ways(string statements) => await Snippet.OfStatements(statements).VerifyAsync("JOIN001");

    [Fact]
    public async Task Follows_code_without_nullable_annotations()
    {
        Compilation compilation = Snippet.OfStatements("#nullable disable\nJoinSet<int> set = null;\nif (flag) set = new JoinSet<int>();\nset?.Spawn(Do.Count);").Compile();

        Assert.Contains(await Snippet.ReportsAsync(compilation), static report => report.Id == "JOIN001");
    }
}
