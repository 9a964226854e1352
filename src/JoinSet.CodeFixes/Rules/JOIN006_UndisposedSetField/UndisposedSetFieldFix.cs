using System.Collections.Immutable;
using System.Composition;
using JoinSets.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace JoinSets.CodeFixes.Rules;

/// <summary>JOIN006: disposes of the type's sets where the type is disposed of, and makes it disposable where it is not.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UndisposedSetFieldFix))]
[Shared]
public sealed class UndisposedSetFieldFix : JoinSetFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UndisposedSetFieldAnalyzer.Id);

    private protected override ImmutableArray<Remedy> Remedies { get; } = ImmutableArray.Create<Remedy>(
        new DisposeAsyncRemedy("JOIN006.DisposeAsync", "Dispose of the set in DisposeAsync()"),
        new DisposeRemedy("JOIN006.Dispose", "Dispose of the set in Dispose()"));
}
