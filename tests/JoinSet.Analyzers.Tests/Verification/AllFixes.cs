using JoinSets.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace JoinSets.Analyzers.Tests.Verification;

/// <summary>Every fix in the assembly, found rather than listed.</summary>
internal static class AllFixes
{
    internal static IReadOnlyList<CodeFixProvider> List { get; } = typeof(JoinSetFix).Assembly
        .GetTypes()
        .Where(static type => type is { IsAbstract: false } && typeof(CodeFixProvider).IsAssignableFrom(type))
        .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!)
        .ToList();
}
