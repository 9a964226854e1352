using System.Collections.Immutable;
using JoinSets.Analyzers.Typestate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Rules;

/// <summary>JOIN017: a set is spawned into or joined on a path on which it was disposed of before.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UseAfterDisposeAnalyzer : SetLifeAnalyzer
{
    internal const string Id = "JOIN017";

    private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.Warning(
        Id,
        title: "A set is used after it was disposed of",
        message: "'{0}' was disposed of before it comes here: this throws ObjectDisposedException",
        description: "After Dispose or DisposeAsync a set takes no tasks and gives no results: Spawn, Add and the joins throw ObjectDisposedException.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    private protected override IEnumerable<Diagnostic> Judge(SetLife life)
        => life.LateUses.Select(use => Diagnostic.Create(s_rule, use.GetLocation(), life.Name));
}
