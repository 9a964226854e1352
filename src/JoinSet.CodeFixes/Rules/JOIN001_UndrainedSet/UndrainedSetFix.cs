using System.Collections.Immutable;
using System.Composition;
using JoinSets.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace JoinSets.CodeFixes.Rules;

/// <summary>JOIN001: joins the tasks in a loop, waits for all of them, stops them, or says that they may run on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UndrainedSetFix))]
[Shared]
public sealed class UndrainedSetFix : JoinSetFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UndrainedSetAnalyzer.Id);

    private protected override ImmutableArray<Remedy> Remedies { get; } = ImmutableArray.Create<Remedy>(
        new DrainRemedy("JOIN001.JoinLoop", "Join the tasks in a loop", DrainCode.JoinLoop),
        new DrainRemedy("JOIN001.JoinAll", "Await all tasks: JoinAllAsync()", DrainCode.JoinAll),
        new DrainRemedy("JOIN001.Shutdown", "Abort the tasks and await their end: ShutdownAsync()", DrainCode.Shutdown),
        new DrainRemedy("JOIN001.Detach", "Let the tasks run on: DetachAll()", DrainCode.Detach),
        new UsingRemedy("JOIN001.Using", "Dispose the set: await using", static diagnostic => diagnostic.Properties.TryGetValue(UndrainedSetAnalyzer.AbandonedKey, out string? abandoned) && abandoned is "only"));
}
