using System.Collections.Immutable;
using System.Composition;
using JoinSets.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace JoinSets.CodeFixes.Rules;

/// <summary>JOIN004: gathers results instead of sharing a collection, takes a type made for several threads, locks, or stays on one thread.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnsafeSharedCaptureFix))]
[Shared]
public sealed class UnsafeSharedCaptureFix : JoinSetFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UnsafeSharedCaptureAnalyzer.Id);

    private protected override ImmutableArray<Remedy> Remedies { get; } = ImmutableArray.Create<Remedy>(
        new GatherRemedy(),
        new ConcurrentRemedy(),
        new SharedRandomRemedy(),
        new InterlockedFieldRemedy(),
        new LockRemedy(),
        new SpawnLocalRemedy());
}
