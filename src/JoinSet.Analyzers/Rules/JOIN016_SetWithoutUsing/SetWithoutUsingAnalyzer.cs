using System.Collections.Immutable;
using JoinSets.Analyzers.Typestate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Rules;

/// <summary>JOIN016: a local set that an exception could drop unjoined.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SetWithoutUsingAnalyzer : SetLifeAnalyzer
{
    internal const string Id = "JOIN016";

    private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.Info(
        Id,
        title: "A set has no using",
        message: "'{0}' has no using: an exception on {1} would drop it with its tasks still running",
        description: "A set that is dropped by an exception leaves its tasks running until the garbage collector finds it. "
            + "With await using they are aborted and awaited, whatever happens.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    private protected override IEnumerable<Diagnostic> Judge(SetLife life)
    {
        if (!life.IsOwned || life.MayLiveOn || life.Ends.Any(UndrainedSetAnalyzer.IsUndrained) || Disposal.IsDeclaredFor(life.Identifier))
        {
            yield break;
        }

        var disposal = new Disposal(life.Name);
        ImmutableArray<Location> risks = Trace.LocationsOf(life.Risks.Where(risk => !disposal.Guards(risk)));
        if (risks.Length > 0)
        {
            yield return Diagnostic.Create(s_rule, life.Declaration, risks, life.Name, LineList.Of(risks));
        }
    }
}
