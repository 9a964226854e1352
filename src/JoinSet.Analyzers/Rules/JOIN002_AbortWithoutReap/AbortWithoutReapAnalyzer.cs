using System.Collections.Immutable;
using JoinSets.Analyzers.Typestate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Rules;

/// <summary>JOIN002: the tasks of a set are aborted, and on some path its life ends before anybody has waited for them to stop.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AbortWithoutReapAnalyzer : SetLifeAnalyzer
{
    internal const string Id = "JOIN002";

    private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.Warning(
        Id,
        title: "Aborted tasks are never reaped",
        message: "AbortAll only asks: the tasks that '{0}' was given on {1} may still be running, and nobody waits for them {2}",
        description: "AbortAll cancels the tasks' tokens and returns at once; the tasks stay in the set until they are joined. "
            + "Wait for their end with ShutdownAsync, a join loop or DisposeAsync, so that none still runs when the set is gone and no failure is lost.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    private protected override IEnumerable<Diagnostic> Judge(SetLife life)
    {
        List<LifeEnd> unreaped = life.Ends.Where(IsUnreaped).ToList();
        foreach (SyntaxNode abort in unreaped.SelectMany(static end => end.Trace.Aborts).Distinct())
        {
            yield return Describe(life, abort, unreaped.FindAll(end => end.Trace.Aborts.Contains(abort)));
        }
    }

    // DisposeAsync waits for the tasks; Dispose does not.
    private static bool IsUnreaped(LifeEnd end) => end.LosesTasks && end.State.IsAborted && end.How is not EndOfLife.DisposeAsync;

    private static Diagnostic Describe(SetLife life, SyntaxNode abort, List<LifeEnd> unreaped)
    {
        ImmutableArray<Location> fills = Trace.LocationsOf(unreaped.SelectMany(static end => end.Trace.Fills));
        string where = unreaped.Count == life.FilledEnds ? "before its life ends" : ExitPhrase.Of(unreaped[0]);
        return Diagnostic.Create(s_rule, abort.GetLocation(), fills, life.Name, LineList.Of(fills), where);
    }
}
