using System.Collections.Immutable;
using System.Composition;
using JoinSets.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace JoinSets.CodeFixes.Rules;

/// <summary>JOIN002: waits for the end of the aborted tasks, with ShutdownAsync or a loop that hears what failed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AbortWithoutReapFix))]
[Shared]
public sealed class AbortWithoutReapFix : JoinSetFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(AbortWithoutReapAnalyzer.Id);

    private protected override ImmutableArray<Remedy> Remedies { get; } = ImmutableArray.Create<Remedy>(
        new ReapRemedy("JOIN002.Shutdown", "Abort and await their end: ShutdownAsync()", isShutdown: true),
        new ReapRemedy("JOIN002.ReapLoop", "Reap the tasks in a loop", isShutdown: false));
}
