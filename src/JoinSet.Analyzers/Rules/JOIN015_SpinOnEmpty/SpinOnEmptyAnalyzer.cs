using System.Collections.Immutable;
using JoinSets.Analyzers.Typestate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Rules;

/// <summary>JOIN015: a loop goes on when a join gave null, without awaiting anything else.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpinOnEmptyAnalyzer : SetLifeAnalyzer
{
    internal const string Id = "JOIN015";

    private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.Warning(
        Id,
        title: "A join loop spins on an empty set",
        message: "The loop goes on when '{0}' is empty: joining an empty set ends at once, and nothing else is awaited before the next join, so the loop keeps a processor busy for nothing",
        description: "JoinNextAsync gives null at once when the set is empty. A loop that comes back to it without awaiting anything else "
            + "runs at full speed: leave the loop on null, or await what brings new tasks.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    private protected override IEnumerable<Diagnostic> Judge(SetLife life)
        => life.Spins.Select(join => Diagnostic.Create(s_rule, join.GetLocation(), life.Name));
}
