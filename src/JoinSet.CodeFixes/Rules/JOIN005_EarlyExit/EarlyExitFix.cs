using System.Collections.Immutable;
using System.Composition;
using JoinSets.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace JoinSets.CodeFixes.Rules;

/// <summary>JOIN005: aborts the rest and goes on joining, or shuts the set down before the loop is left.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EarlyExitFix))]
[Shared]
public sealed class EarlyExitFix : JoinSetFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(EarlyExitAnalyzer.Id);

    private protected override ImmutableArray<Remedy> Remedies { get; } = ImmutableArray.Create<Remedy>(
        new FinishRemedy("JOIN005.Finish", "Abort the rest and finish the loop: AbortAll()"),
        new LeaveRemedy("JOIN005.Shutdown", "Abort the rest and await their end before leaving: ShutdownAsync()"));
}
