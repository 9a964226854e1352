using System.Reflection;
using JoinSets.Analyzers.Tests.Verification;
using JoinSets.CodeFixes;
using Xunit;

namespace JoinSets.Analyzers.Tests.House;

/// <summary>Who may know whom.</summary>
public sealed class ArrowTests
{
    [Fact]
    public void Analyzers_know_neither_workspaces_nor_the_runtime()
        => Assert.DoesNotContain(NamesReferencedBy(typeof(JoinSetAnalyzer).Assembly), static name => name.Contains("Workspaces", StringComparison.Ordinal) || name == "JoinSet");

    [Fact]
    public void Fixes_do_not_know_the_runtime()
        => Assert.DoesNotContain("JoinSet", NamesReferencedBy(typeof(JoinSetFix).Assembly));

    [Fact]
    public void Every_rule_and_every_fix_is_sealed_and_comes_from_its_base()
    {
        Assert.NotEmpty(AllRules.List);
        Assert.NotEmpty(AllFixes.List);
        Assert.All(AllRules.List, static rule => Assert.True(rule is JoinSetAnalyzer or TaskLoopAnalyzer && rule.GetType().IsSealed));
        Assert.All(AllFixes.List, static fix => Assert.True(fix is JoinSetFix && fix.GetType().IsSealed));
    }

    [Fact]
    public void No_rule_keeps_state_of_its_own()
        => Assert.All(AllRules.List, static rule => Assert.All(
            rule.GetType().GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic),
            static field => Assert.True(field.IsInitOnly || field.IsLiteral, $"{field.DeclaringType!.Name}.{field.Name} can change: compilations would see each other.")));

    [Fact]
    public void Descriptors_are_made_in_one_place()
    {
        IEnumerable<string> makers = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "JoinSet.Analyzers"), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(static file => File.ReadAllText(file).Contains("isEnabledByDefault", StringComparison.Ordinal))
            .Select(static file => Path.GetFileName(file));

        Assert.Equal(["RuleDescriptor.cs"], makers);
    }

    private static IEnumerable<string> NamesReferencedBy(Assembly assembly) => assembly.GetReferencedAssemblies().Select(static name => name.Name!);
}
