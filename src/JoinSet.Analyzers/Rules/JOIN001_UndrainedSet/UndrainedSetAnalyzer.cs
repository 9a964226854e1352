using System.Collections.Immutable;
using JoinSets.Analyzers.Typestate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Rules;

/// <summary>JOIN001: on some path a set ends its life holding tasks that nobody joined.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndrainedSetAnalyzer : SetLifeAnalyzer
{
    internal const string Id = "JOIN001";

    /// <summary>Key of the property that a report has where the set is dropped at a yield return or a throw: what mends that is a using.</summary>
    internal const string AbandonedKey = "abandoned";

    private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.Warning(
        Id,
        title: "The tasks of a set are never joined",
        message: "'{0}' is given tasks on {1}, but nothing joins {2} {3}: their results and exceptions are lost",
        description: "A set that ends its life holding tasks that nobody joined loses their results, and nobody hears of their failures. "
            + "Join them (await foreach, JoinNextAsync, JoinAllAsync), stop them (ShutdownAsync) or say that they may run on (DetachAll).");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <summary>Whether the rule has something to say about this end of a set's life.</summary>
    internal static bool IsUndrained(LifeEnd end) => end.LosesTasks && !end.State.IsAborted && !IsCleanUp(end);

    private protected override IEnumerable<Diagnostic> Judge(SetLife life)
    {
        List<LifeEnd> undrained = life.Ends.Where(IsUndrained).ToList();
        if (undrained.Count > 0)
        {
            yield return Describe(life, undrained);
        }
    }

    // After an exception that was handled, disposing of the set is the clean-up that it should be. And DisposeAsync waits: there the
    // results of a set that was joined at least once are lost on purpose, or JOIN005 has something to say.
    private static bool IsCleanUp(LifeEnd end) => end.How switch
    {
        EndOfLife.Dispose => end.State.IsRecovered,
        EndOfLife.DisposeAsync => end.State.IsRecovered || end.State.IsJoined,
        _ => false,
    };

    private static Diagnostic Describe(SetLife life, List<LifeEnd> undrained)
    {
        ImmutableArray<Location> fills = Trace.LocationsOf(undrained.SelectMany(static end => end.Trace.Fills));
        string where = undrained.Count == life.FilledEnds ? "before its life ends" : ExitPhrase.Of(undrained[0]);
        string whom = undrained.Exists(static end => end.State.IsJoined) ? "all of them" : "them";
        return Diagnostic.Create(s_rule, life.Declaration, fills, PropertiesOf(undrained), life.Name, LineList.Of(fills), whom, where);
    }

    private static ImmutableDictionary<string, string?> PropertiesOf(List<LifeEnd> undrained)
    {
        int abandoned = undrained.Count(static end => end.How is EndOfLife.Abandoned or EndOfLife.Thrown);
        return abandoned == 0
            ? ImmutableDictionary<string, string?>.Empty
            : ImmutableDictionary<string, string?>.Empty.Add(AbandonedKey, abandoned == undrained.Count ? "only" : "also");
    }
}
