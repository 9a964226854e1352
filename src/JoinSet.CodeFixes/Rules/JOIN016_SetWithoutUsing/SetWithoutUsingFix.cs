using System.Collections.Immutable;
using System.Composition;
using JoinSets.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace JoinSets.CodeFixes.Rules;

/// <summary>JOIN016: declares the set with <c>await using</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetWithoutUsingFix))]
[Shared]
public sealed class SetWithoutUsingFix : JoinSetFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(SetWithoutUsingAnalyzer.Id);

    private protected override ImmutableArray<Remedy> Remedies { get; } = ImmutableArray.Create<Remedy>(
        new UsingRemedy("JOIN016.Using", "Declare it with await using", static _ => true));
}
