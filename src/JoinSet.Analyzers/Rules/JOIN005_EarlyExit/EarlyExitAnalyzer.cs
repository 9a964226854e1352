using System.Collections.Immutable;
using JoinSets.Analyzers.Typestate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Rules;

/// <summary>JOIN005: a join loop under <c>await using</c> is left early, so that the rest is aborted and its results are lost.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EarlyExitAnalyzer : SetLifeAnalyzer
{
    internal const string Id = "JOIN005";

    private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.Info(
        Id,
        title: "A join loop is left early",
        message: "This leaves the join loop over '{0}' before it is empty: what is left of the tasks spawned on {1} is aborted when '{0}' is disposed of, and its results are lost",
        description: "Leaving a join loop early under 'await using' aborts the tasks that are left and waits until they have stopped; their results, failures "
            + "included, are lost. Where that is meant, say so with AbortAll and finish the loop, or with ShutdownAsync.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    private protected override IEnumerable<Diagnostic> Judge(SetLife life) => life.Ends
        .Where(static end => end.How is EndOfLife.DisposeAsync && end.State.Holds && end.State.IsJoined && !end.State.IsAborted)
        .SelectMany(static end => end.Trace.Jumps.Select(jump => (Jump: jump, end.Trace.Fills)))
        .GroupBy(static pair => pair.Jump)
        .Select(group => Describe(life, group.Key, Trace.LocationsOf(group.SelectMany(static pair => pair.Fills))));

    private static Diagnostic Describe(SetLife life, SyntaxNode jump, ImmutableArray<Location> fills)
        => Diagnostic.Create(s_rule, jump.GetLocation(), fills, life.Name, LineList.Of(fills));
}
