using System.Collections.Immutable;
using System.Composition;
using JoinSets.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace JoinSets.CodeFixes.Rules;

/// <summary>JOIN010: awaits instead of blocking, or moves the work to a thread that may block.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BlockingCallFix))]
[Shared]
public sealed class BlockingCallFix : JoinSetFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(BlockingCallAnalyzer.Id);

    private protected override ImmutableArray<Remedy> Remedies { get; } = ImmutableArray.Create<Remedy>(
        new AwaitRemedy("JOIN010.Await", "Await instead of blocking"),
        new SpawnBlockingRemedy("JOIN010.SpawnBlocking", "Run the work on a thread of its own: SpawnBlocking"));
}
