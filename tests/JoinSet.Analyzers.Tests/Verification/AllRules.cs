using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Tests.Verification;

/// <summary>Every rule in the assembly, found rather than listed, so that none can be left out.</summary>
internal static class AllRules
{
    internal static IReadOnlyList<DiagnosticAnalyzer> List { get; } = typeof(JoinSetAnalyzer).Assembly
        .GetTypes()
        .Where(static type => type is { IsAbstract: false } && typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !typeof(DiagnosticSuppressor).IsAssignableFrom(type))
        .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
        .ToList();
}
