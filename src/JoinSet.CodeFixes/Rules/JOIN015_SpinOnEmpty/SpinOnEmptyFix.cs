using System.Collections.Immutable;
using System.Composition;
using JoinSets.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace JoinSets.CodeFixes.Rules;

/// <summary>JOIN015: leaves the loop when the join gives null.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SpinOnEmptyFix))]
[Shared]
public sealed class SpinOnEmptyFix : JoinSetFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(SpinOnEmptyAnalyzer.Id);

    private protected override ImmutableArray<Remedy> Remedies { get; } = ImmutableArray.Create<Remedy>(
        new BreakRemedy("JOIN015.Break", "Leave the loop when the set is empty"));
}
