using System.Collections.Immutable;
using System.Composition;
using JoinSets.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace JoinSets.CodeFixes.Rules;

/// <summary>JOIN011: passes the task's own token on, alone or linked with the outer one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnreachableByAbortFix))]
[Shared]
public sealed class UnreachableByAbortFix : JoinSetFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UnreachableByAbortAnalyzer.Id);

    private protected override ImmutableArray<Remedy> Remedies { get; } = ImmutableArray.Create<Remedy>(
        new OwnTokenRemedy("JOIN011.OwnToken", "Pass the task's own token on"),
        new LinkedTokenRemedy("JOIN011.LinkedToken", "Pass a token that is linked with both"));
}
