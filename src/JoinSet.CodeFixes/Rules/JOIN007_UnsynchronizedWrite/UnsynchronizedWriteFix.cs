using System.Collections.Immutable;
using System.Composition;
using JoinSets.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace JoinSets.CodeFixes.Rules;

/// <summary>JOIN007: takes an error from the join result, writes the variable in one step, gives each task a copy, lets the tasks return it, or tells the threads to look again.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnsynchronizedWriteFix))]
[Shared]
public sealed class UnsynchronizedWriteFix : JoinSetFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UnsynchronizedWriteAnalyzer.Id);

    private protected override ImmutableArray<Remedy> Remedies { get; } = ImmutableArray.Create<Remedy>(
        new ErrorRemedy(),
        new InterlockedRemedy(),
        new CopyRemedy(),
        new ReturnRemedy(),
        new VolatileRemedy());
}
