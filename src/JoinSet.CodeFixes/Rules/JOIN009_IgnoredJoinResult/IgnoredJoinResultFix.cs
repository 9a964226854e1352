using System.Collections.Immutable;
using System.Composition;
using JoinSets.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace JoinSets.CodeFixes.Rules;

/// <summary>JOIN009: throws if the task failed, or lets JoinAllAsync do it for all of them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IgnoredJoinResultFix))]
[Shared]
public sealed class IgnoredJoinResultFix : JoinSetFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(IgnoredJoinResultAnalyzer.Id);

    private protected override ImmutableArray<Remedy> Remedies { get; } = ImmutableArray.Create<Remedy>(
        new ThrowRemedy("JOIN009.Throw", "Throw if the task failed: ThrowIfFailed()"),
        new JoinAllRemedy("JOIN009.JoinAll", "Await all tasks: JoinAllAsync()"));
}
