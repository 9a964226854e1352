using System.Collections.Immutable;
using JoinSets.Analyzers.Typestate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Rules;

/// <summary>JOIN009: nobody looks at what a join gave, so that the failure of a task goes unseen.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredJoinResultAnalyzer : SetLifeAnalyzer
{
    internal const string Id = "JOIN009";

    private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.Warning(
        Id,
        title: "The result of a join is ignored",
        message: "Nobody looks at the result of this join of '{0}': if the task failed, its exception is lost",
        description: "A task's exception reaches nobody but the one who looks at its result. Call ThrowIfFailed, read Value, check Error, "
            + "or use JoinAllAsync, which throws the first failure. Results of tasks that were aborted before may be ignored.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    private protected override IEnumerable<Diagnostic> Judge(SetLife life)
        => life.LiveJoins.Select(JoinedResult.PlaceWhereIgnored).OfType<Location>().Distinct().Select(place => Diagnostic.Create(s_rule, place, life.Name));
}
