using System.Collections.Immutable;
using System.Composition;
using JoinSets.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace JoinSets.CodeFixes.Rules;

/// <summary>JOIN008: makes the object inside its task, joins the tasks before it is disposed of, or lets it live longer than the set.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CaptureOutlivedByTaskFix))]
[Shared]
public sealed class CaptureOutlivedByTaskFix : JoinSetFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(CaptureOutlivedByTaskAnalyzer.Id);

    private protected override ImmutableArray<Remedy> Remedies { get; } = ImmutableArray.Create<Remedy>(
        new MakeInsideRemedy(), new DrainFirstRemedy(), new DeclareFirstRemedy());
}
