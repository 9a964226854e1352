using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN001_UndrainedSet;

/// <summary>New code looks like the code around it.</summary>
public sealed class UndrainedSetFixLayoutTests
{
    private const string JoinLoop = "JOIN001.JoinLoop";

    [Fact]
    public async Task Fix_keeps_the_line_ends_of_the_document()
    {
        string source = Snippet.OfStatements("        var set = new JoinSet();\n        if (flag) return;\n        set.Spawn(Do.Step);").Source.Replace("\n", "\r\n", StringComparison.Ordinal);

        string after = (await Workbench.FixAsync(new Snippet(source), JoinLoop))!;

        Assert.Contains("await foreach", after, StringComparison.Ordinal);
        Assert.Equal(after.Split('\n').Length, after.Split("\r\n").Length);
    }

    [Fact]
    public async Task Fix_opens_braces_where_the_user_wants_them()
    {
        const string Config = "csharp_new_line_before_open_brace = none\nindent_size = 2\n";
        var snippet = new Snippet(Snippet.Usings + Snippet.Work + "class Program {\n  async Task Run() {\n    var set = new JoinSet();\n    set.Spawn(Do.Step);\n  }\n}\n");

        string after = (await Workbench.FixAsync(snippet, JoinLoop, Config))!;

        Assert.EndsWith("    set.Spawn(Do.Step);\n\n    await foreach (var result in set) {\n      result.ThrowIfFailed();\n    }\n  }\n}\n", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fix_indents_with_tabs_where_the_user_does()
    {
        var snippet = new Snippet(Snippet.Usings + Snippet.Work + "class Program\n{\n\tasync Task Run()\n\t{\n\t\tvar set = new JoinSet();\n\t\tset.Spawn(Do.Step);\n\t}\n}\n");

        string after = (await Workbench.FixAsync(snippet, JoinLoop, "indent_style = tab\n"))!;

        Assert.EndsWith("\n\t\tawait foreach (var result in set)\n\t\t{\n\t\t\tresult.ThrowIfFailed();\n\t\t}\n\t}\n}\n", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\t")]
    [InlineData("  ")]
    public async Task Fix_indents_as_the_document_does_where_no_setting_says_how(string step)
    {
        string source = Snippet.Usings + Snippet.Work + "class Program\n{\n\tasync Task Run()\n\t{\n\t\tvar set = new JoinSet();\n\t\tset.Spawn(Do.Step);\n\t}\n}\n";

        string after = (await Workbench.FixAsync(new Snippet(source.Replace("\t", step, StringComparison.Ordinal)), JoinLoop))!;

        Assert.EndsWith("\n\t\tawait foreach (var result in set)\n\t\t{\n\t\t\tresult.ThrowIfFailed();\n\t\t}\n\t}\n}\n".Replace("\t", step, StringComparison.Ordinal), after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fix_stays_on_the_line_of_a_block_that_has_only_one()
    {
        string after = (await Workbench.FixAsync(Snippet.OfMembers("    async Task Run() { var set = new JoinSet(); set.Spawn(Do.Step); }"), JoinLoop))!;

        Assert.Contains("    async Task Run() { var set = new JoinSet(); set.Spawn(Do.Step); await foreach (var result in set) { result.ThrowIfFailed(); } }\n", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fix_starts_a_new_line_at_the_end_of_a_file_that_has_none()
    {
        var snippet = new Snippet(Snippet.Usings + "var set = new JoinSet();\nset.Spawn(ct => Task.CompletedTask);");

        string after = (await Workbench.FixAsync(snippet, "JOIN001.Detach"))!;

        Assert.EndsWith("set.Spawn(ct => Task.CompletedTask);\nset.DetachAll();", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fix_touches_nothing_but_its_own_lines()
    {
        const string Odd = "        var set   =   new JoinSet( ) ; // odd\n        set .Spawn( Do.Step ) ;\n";

        string after = (await Workbench.FixAsync(Snippet.OfStatements(Odd + "    Console.WriteLine( ) ;"), JoinLoop))!;

        Assert.Contains(Odd + "    Console.WriteLine( ) ;\n", after, StringComparison.Ordinal);
    }
}
