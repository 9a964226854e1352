using System.Collections.Immutable;
using System.Composition;
using JoinSets.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace JoinSets.CodeFixes.Rules;

/// <summary>JOIN003: lets the loop spawn a bounded number of times, or only while a condition holds.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EndlessRespawnFix))]
[Shared]
public sealed class EndlessRespawnFix : JoinSetFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(EndlessRespawnAnalyzer.Id);

    private protected override ImmutableArray<Remedy> Remedies { get; } = ImmutableArray.Create<Remedy>(
        new CounterRemedy("JOIN003.Counter", "Bound the new tasks with a counter"),
        new ConditionRemedy("JOIN003.Condition", "Spawn only while a condition holds"));
}
