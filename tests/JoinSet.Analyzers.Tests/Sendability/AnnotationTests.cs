using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using JoinSets.Analyzers.Sendability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace JoinSets.Analyzers.Tests.Sendability;

/// <summary>What users say of their types themselves.</summary>
public sealed class AnnotationTests
{
    [Theory]
    [InlineData("[Sendable] sealed class T { public int Count; }")]
    [InlineData("[Sendable] interface T { }")]
    [InlineData("[Sendable] struct T { public List<int> Items; }")]
    [InlineData("sealed class T { [Sendable] public readonly List<int> Items = []; }")]
    [InlineData("sealed class T { [Sendable] public int Count { get; set; } }")]
    [InlineData("sealed class T { readonly Inner<List<int>> _inner = new(); } [Sendable] sealed class Inner<X> { X? _item; }")]
    public void Sendable_is_believed(string code) => Assert.Equal(Safety.Safe, Judged.Program(code).Verdict.Safety);

    [Theory]
    [InlineData("[NotSendable] sealed class T { }", "T is marked [NotSendable]")]
    [InlineData("[NotSendable] interface T { }", "T is marked [NotSendable]")]
    [InlineData("[Sendable, NotSendable] sealed class T { }", "T is marked [NotSendable]")]
    [InlineData("sealed class T { [NotSendable] public int Number { get; } }", "T → T.Number is marked [NotSendable]")]
    [InlineData("sealed class T { readonly Inner _inner = new(); } [NotSendable] sealed class Inner { }", "T → T._inner is Inner")]
    [InlineData("sealed class T : Base { } [NotSendable] class Base { }", "T is a Base, which is marked [NotSendable]")]
    public void NotSendable_is_believed(string code, string reason)
    {
        Verdict verdict = Judged.Program(code).Verdict;

        Assert.Equal((Safety.Unsafe, reason), (verdict.Safety, verdict.Reason));
    }

    [Fact]
    public void Sendable_does_not_vouch_for_what_a_derived_type_adds()
        => Assert.Equal("T → T.Count can be written", Judged.Program("[Sendable] class Base { public int Old; } sealed class T : Base { public int Count; }").Verdict.Reason);

    [Fact]
    public void Sendable_vouches_for_what_a_derived_type_inherits()
        => Assert.Equal(Safety.Safe, Judged.Program("[Sendable] class Base { public int Old; } sealed class T : Base { readonly int _new; }").Verdict.Safety);

    [Fact]
    public void Every_use_of_what_is_marked_is_one_too_many()
        => Assert.Equal(MemberEffect.Writes, Judged.Program("[NotSendable] sealed class T { public int Number => 1; }").EffectOf("Number"));

    [Theory]
    [InlineData("joinset.sendable_types = T, Other", "sealed class T { public int Count; }", Safety.Safe)]
    [InlineData("joinset.sendable_types = Other T", "sealed class T { public int Count; }", Safety.Safe)]
    [InlineData("joinset.sendable_types = System.Text.StringBuilder|T", "sealed class T { readonly StringBuilder _b = new(); public int Count; }", Safety.Safe)]
    [InlineData("joinset.sendable_types = System.Text.StringBuilder", "sealed class T { readonly StringBuilder _b = new(); }", Safety.Safe)]
    [InlineData("joinset.sendable_types = Space.Outer`1+Inner", "namespace Space { class Outer<X> { public class Inner { public int Count; } } class Holder { Outer<int>.Inner subject = null!; } }", Safety.Safe)]
    [InlineData("joinset.sendable_types = Nobody , ,| Space.Unknown`3", "sealed class T { public int Count; }", Safety.Unsafe)]
    [InlineData("joinset.not_sendable_types = T", "sealed class T { }", Safety.Unsafe)]
    [InlineData("joinset.not_sendable_types = Uri", "class Holder { Uri subject = null!; }", Safety.Safe)]
    [InlineData("joinset.not_sendable_types = System.Uri", "class Holder { Uri subject = null!; }", Safety.Unsafe)]
    [InlineData("joinset.sendable_types = T\njoinset.not_sendable_types = T", "sealed class T { }", Safety.Unsafe)]
    public void Settings_are_believed(string editorConfig, string code, object safety)
        => Assert.Equal(safety, Judged.Program(code, SettingsIn(editorConfig)).Verdict.Safety);

    [Fact]
    public void A_reason_names_the_setting()
        => Assert.Equal("Uri is listed in joinset.not_sendable_types", Judged.Program("class Holder { Uri subject = null!; }", SettingsIn("joinset.not_sendable_types = System.Uri")).Verdict.Reason);

    [Theory]
    [InlineData("System.Random", "Shared", "Safe")]
    [InlineData("System.Console", "Out", "Safe")]
    [InlineData("System.IO.Stream", "Synchronized", "Safe")]
    [InlineData("System.Text.StringBuilder", "Length", "Safe")]
    [InlineData("System.IO.StreamReader", "BaseStream", "Unsafe")]
    public void A_member_may_be_better_than_its_type(string type, string member, string safety)
        => Assert.Equal(safety, Judged.Program("").VerdictOnMember(type, member).Safety.ToString());

    [Fact]
    public void One_compilation_has_one_set_of_verdicts()
    {
        Compilation compilation = CSharpCompilation.Create("Empty");
        AnalyzerConfigOptionsProvider options = new AnalyzerOptions(ImmutableArray<AdditionalText>.Empty).AnalyzerConfigOptionsProvider;

        Assert.Same(SendVerdicts.For(compilation, options), SendVerdicts.For(compilation, options));
    }

    private static SendSettings SettingsIn(string editorConfig)
    {
        AnalyzerConfig file = AnalyzerConfig.Parse("root = true\n[*.cs]\n" + editorConfig, "/code/.editorconfig");
        SyntaxTree tree = CSharpSyntaxTree.ParseText("", path: "/code/Program.cs");
        AnalyzerConfigOptionsResult options = AnalyzerConfigSet.Create(new[] { file }).GetOptionsForSourcePath(tree.FilePath);
        return SendSettings.In(CSharpCompilation.Create("Settings", [tree]), new PerTree(new Lines(options.AnalyzerOptions)));
    }

    private sealed class PerTree(AnalyzerConfigOptions options) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Lines(ImmutableDictionary<string, string>.Empty);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => options;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Lines(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
