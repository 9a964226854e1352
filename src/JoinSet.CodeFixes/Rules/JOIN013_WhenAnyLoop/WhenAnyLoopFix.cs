using System.Collections.Immutable;
using System.Composition;
using JoinSets.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace JoinSets.CodeFixes.Rules;

/// <summary>JOIN013: puts the tasks into a set, which tells of each as it finishes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WhenAnyLoopFix))]
[Shared]
public sealed class WhenAnyLoopFix : JoinSetFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(WhenAnyLoopAnalyzer.Id);

    private protected override ImmutableArray<Remedy> Remedies { get; } = ImmutableArray.Create<Remedy>(
        new JoinLoopRemedy("JOIN013.JoinLoop", "Take the tasks as they finish: JoinSet"));
}
