using System.Collections.Immutable;
using JoinSets.Analyzers.Typestate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Rules;

/// <summary>JOIN002: the tasks of a set are aborted, and on some path nobody waits until they have stopped.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AbortWithoutReapAnalyzer : SetLifeAnalyzer
{
    internal const string Id = "JOIN002";

    private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.Warning(
        Id,
        title: "Aborted tasks are not waited for",
        message: "The tasks that '{0}' was given on {1} are aborted here, but nobody waits until they have stopped: they may still run when its life ends",
        description: "AbortAll only asks: the tasks run on until they heed their tokens. Whatever they use may be gone by then, and what they throw is lost. "
            + "ShutdownAsync asks and waits; so does a join loop after AbortAll, and so does 'await using'.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    private protected override IEnumerable<Diagnostic> Judge(SetLife life) => life.Ends
        .Where(IsUnreaped)
        .SelectMany(static end => end.Trace.Aborts.Select(abort => (Abort: abort, end.Trace.Fills)))
        .GroupBy(static pair => pair.Abort)
        .Select(group => Describe(life, group.Key, Trace.LocationsOf(group.SelectMany(static pair => pair.Fills))));

    // DisposeAsync waits.
    private static bool IsUnreaped(LifeEnd end) => end.State.Holds && end.State.IsAborted && end.How is not EndOfLife.DisposeAsync;

    private static Diagnostic Describe(SetLife life, SyntaxNode abort, ImmutableArray<Location> fills)
        => Diagnostic.Create(s_rule, abort.GetLocation(), fills, life.Name, LineList.Of(fills));
}
