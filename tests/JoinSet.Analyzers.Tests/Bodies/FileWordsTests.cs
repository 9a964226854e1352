using JoinSets.Analyzers.Bodies;
using JoinSets.Analyzers.TaskLoops;
using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace JoinSets.Analyzers.Tests.Bodies;

/// <summary>What is found in the text of a file is what a walk through all of its nodes finds.</summary>
public sealed class FileWordsTests
{
    private static readonly string[] s_folders = ["src", "tests", "samples", "benchmarks"];

    private static readonly WordTable s_others = new(["set", "Run", "source", "Ünïts"]);

    [Fact]
    public void Every_file_of_the_repository_is_read_as_its_nodes_are()
    {
        SyntaxTree[] files = [.. s_folders.SelectMany(FilesIn)];

        Assert.True(files.Sum(static file => Walk(file).Count) > 1_000);
        Assert.All(files, AssertSame);
        Assert.All(files, AssertAwaits);
    }

    [Fact]
    public void Many_words_are_found_as_few_are()
    {
        WordTable many = new(s_others.Words.Concat(Enumerable.Range(0, 100).Select(static number => $"word{number}")));
        SyntaxTree[] files = [.. FilesIn("src")];

        Assert.NotNull(s_others.Roots);
        Assert.Null(many.Roots);
        Assert.Contains(files, static file => FileWords.Of(file).Names(s_others).Any());
        Assert.All(files, file => Assert.Equal(FileWords.Of(file).Names(s_others), FileWords.Of(file).Names(many)));
    }

    [Theory]
    [InlineData("class A { void Run() { } void Runs() { } }", 1)]
    [InlineData("class A { void M() { void @Run() { } Run(); } }", 1)]
    [InlineData("class A { void M() { System.Action set = Run, source = () => Run(); } }", 2)]
    [InlineData("class A { void R\\u0075n() { } }", 1)]
    [InlineData("class A { void M() { // Run\n Run(); } }", 0)]
    public void What_the_code_declares_is_found(string code, int declared)
        => Assert.Equal(declared, FileWords.Of(CSharpSyntaxTree.ParseText(code)).Declarations(s_others).Count());

    [Theory]
    [InlineData("class A { object M() => new @JoinSet(); }")]
    [InlineData("class A { object M() => new J\\u006finSet(); }")]
    [InlineData("class A { object M() => new \\U0000004aoinSet(); }")]
    [InlineData("class A { object M() => new Join\u00adSet(); }")]
    [InlineData("class A { object M() => new Join\u200dSet(); }")]
    [InlineData("class A { object M() => new JoinSets.JoinSet<JoinSet<int>>(); }")]
    [InlineData("class A { object M() => \u00dcn\u00efts(); }")]
    [InlineData("class A { async Task M() { await foreach (var one in Make()) { } } }")]
    [InlineData("class A { async Task M() { await\u00a0foreach (var one in Make()) { } } }")]
    [InlineData("class A { async Task M() { await/* for each */foreach (var one in Make()) { } } }")]
    [InlineData("class A { async Task M() { await // each\n foreach (var (one, two) in Make()) { } } }")]
    [InlineData("class A { async Task M() { await\n#if DEBUG\n#endif\n foreach (var one in Make()) { } } }")]
    [InlineData("class A { string M() => $\"{set.Spawn(Run)}\"; }")]
    [InlineData("class A { string M() => $$\"\"\"{set} {{set.Spawn(Run)}}\"\"\"; }")]
    [InlineData("[Kind(typeof(JoinSet))] class A { }")]
    [InlineData("class A(int one) : B(set => set.JoinNextAsync()); ")]
    [InlineData("class A { object M() => x?.TryJoinNext(); object N() => x?[0].AbortAll(); }")]
    [InlineData("set.Spawn(Run);\nclass A { }")]
    [InlineData("Run")]
    [InlineData("class A { void M() { set.Spawn( ")]
    public void Odd_spellings_are_found(string code)
    {
        SyntaxTree file = CSharpSyntaxTree.ParseText(code);

        Assert.NotEmpty(Walk(file));
        AssertSame(file);
    }

    [Theory]
    [InlineData("// JoinSet and set.Spawn(Run)")]
    [InlineData("/// <see cref=\"JoinSet\"/>\nclass A { }")]
    [InlineData("class A { string M() => \"JoinSet\" + @\"set.Spawn\" + $\"Run\" + \"\"\"JoinSet\"\"\"; }")]
    [InlineData("#if JoinSet\nclass A { object M() => new JoinSet(); }\n#endif")]
    [InlineData("class A { void AbortAll() { } int set; async Task M() { foreach (var one in many) { await one; } } }")]
    [InlineData("class A { object M() => new JoinSetOptions(); void Respawn() => Spawned(); }")]
    [InlineData("class A { async Task M() { await using var one = Make(); } }")]
    public void What_is_no_name_in_the_code_is_passed_over(string code)
    {
        SyntaxTree file = CSharpSyntaxTree.ParseText(code);

        Assert.Empty(Walk(file));
        AssertSame(file);
    }

    [Theory]
    [InlineData("await one")]
    [InlineData("await @one")]
    [InlineData("await (one)")]
    [InlineData("await /* it */ one")]
    [InlineData("await\n// it\none")]
    [InlineData("await one.ConfigureAwait(false)")]
    [InlineData("await one\n    .ConfigureAwait(false)")]
    [InlineData("await one./* no context */ConfigureAwait(false)")]
    [InlineData("await ((one)).ConfigureAwait(continueOnCapturedContext: false)")]
    [InlineData("await one\u00a0")]
    [InlineData("await one /* it */ .ConfigureAwait(false)")]
    public void Awaits_of_a_name_are_found(string wait)
    {
        SyntaxTree file = CSharpSyntaxTree.ParseText($"class A {{ async Task M() {{ foreach (var one in many) {{ var got = {wait}; }} }} }}");

        Assert.Single(FileWords.Of(file).NameWaits);
        AssertAwaits(file);
    }

    [Theory]
    [InlineData("await Task.WhenAny(many)")]
    [InlineData("await Task.@WhenAny(many).WaitAsync(token)")]
    [InlineData("await (Task.When\\u0041ny(many)).ConfigureAwait(false)")]
    [InlineData("await Task.WhenAny(Task.WhenAny(many), other)")]
    public void Awaits_of_any_are_found(string wait)
    {
        SyntaxTree file = CSharpSyntaxTree.ParseText($"class A {{ async Task M() {{ var got = {wait}; }} }}");

        Assert.Single(FileWords.Of(file).AnyWaits);
        AssertAwaits(file);
    }

    private static IEnumerable<SyntaxTree> FilesIn(string folder) => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
        .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(static file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file));

    private static HashSet<SyntaxNode> Walk(SyntaxTree file) => [.. file.GetRoot().DescendantNodes().Where(static node => node
        is CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 }
        or SimpleNameSyntax { Identifier.ValueText: "JoinSet" or "Spawn" or "SpawnOn" or "SpawnLocal" or "SpawnBlocking" or "SpawnEach" or "JoinNextAsync" or "TryJoinNext" or "JoinAllAsync" or "JoinEachAsync" or "ShutdownAsync" or "DetachAll" or "AbortAll" }
        || node is SimpleNameSyntax name && s_others.Contains(name.Identifier.ValueText))];

    private static void AssertSame(SyntaxTree file)
    {
        SyntaxNode[] found = [.. FileWords.Of(file).Places(s_others)];

        Assert.Equal(found.Length, found.Distinct().Count());
        Assert.True(Walk(file).SetEquals(found), file.FilePath);
    }

    private static void AssertAwaits(SyntaxTree file)
    {
        AwaitExpressionSyntax[] awaits = [.. file.GetRoot().DescendantNodes().OfType<AwaitExpressionSyntax>()];
        bool hasLoop = file.GetRoot().DescendantNodes().Any(static node => node is CommonForEachStatementSyntax);

        Assert.Empty(awaits.Where(wait => hasLoop && TaskSyntax.Awaited(wait) is IdentifierNameSyntax).Except(FileWords.Of(file).NameWaits));
        Assert.Empty(awaits.Where(static wait => TaskSyntax.Awaited(wait).DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(static call => TaskSyntax.CalledName(call) == "WhenAny")
            && wait.DescendantNodes().OfType<AwaitExpressionSyntax>().Any() is false).Except(FileWords.Of(file).AnyWaits));
    }
}
