using System.Collections.Immutable;
using JoinSets.Analyzers.Typestate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Rules;

/// <summary>JOIN005: a join loop is left early, and <c>await using</c> aborts the rest: their results are lost.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EarlyExitAnalyzer : SetLifeAnalyzer
{
    internal const string Id = "JOIN005";

    private const string SetKey = "set";

    private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.Info(
        Id,
        title: "A join loop is left early",
        message: "The join loop of '{0}' ends here before the set is empty: disposing aborts the rest of the tasks spawned on {1}, and their results are lost",
        description: "A join loop that is left early leaves the other tasks to DisposeAsync, which aborts them and drops what they give or throw. "
            + "Say that it is meant: AbortAll and finish the loop, or ShutdownAsync before leaving.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    private protected override IEnumerable<Diagnostic> Judge(SetLife life)
    {
        List<LifeEnd> cut = life.Ends.Where(IsCutShort).ToList();
        foreach (SyntaxNode jump in cut.SelectMany(static end => end.Trace.Jumps).Distinct())
        {
            ImmutableArray<Location> fills = Trace.LocationsOf(cut.FindAll(end => end.Trace.Jumps.Contains(jump)).SelectMany(static end => end.Trace.Fills));
            yield return Diagnostic.Create(s_rule, jump.GetLocation(), fills, NameProperty(life.Name), life.Name, LineList.Of(fills));
        }
    }

    /// <summary>The name of the set that a report speaks of.</summary>
    internal static string SetIn(Diagnostic diagnostic) => diagnostic.Properties.TryGetValue(SetKey, out string? name) && name is not null ? name : "";

    private static ImmutableDictionary<string, string?> NameProperty(string name) => ImmutableDictionary<string, string?>.Empty.Add(SetKey, name);

    private static bool IsCutShort(LifeEnd end)
        => end.How is EndOfLife.DisposeAsync && end.LosesTasks && end.State is { IsJoined: true, IsAborted: false, IsRecovered: false };
}
