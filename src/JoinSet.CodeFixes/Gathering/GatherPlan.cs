using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Gathering;

/// <summary>
/// The tasks give back what they added to something shared, and whoever joins them adds it. Only where the whole shape is plain: every
/// task of the set ends by adding to it, nobody else uses it meanwhile, and one place joins them all.
/// </summary>
internal static class GatherPlan
{
    /// <summary>
    /// Adds the edits; false, with nothing added, where the shape is another. The target is what the tasks add to, a variable or what
    /// holds a collection; the mentions are all of it, and the spawn is the one that the report names.
    /// </summary>
    internal static bool TryPlan(ISymbol target, ITypeSymbol type, IReadOnlyList<IdentifierNameSyntax> mentions, InvocationExpressionSyntax? spawn, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (spawn is not { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name } }
            || GatheredSet.Of(name, model, cancellationToken) is not { } set
            || !model.LookupSymbols(set.Join.Statement.SpanStart, name: target.Name).Contains(target, SymbolEqualityComparer.Default)
            || ContributionsOf(set, new ContributionReader(target, type, model)) is not { Count: > 0 } contributions
            || contributions.Any(other => other.TypeName != contributions[0].TypeName || other.Fold != contributions[0].Fold)
            || mentions.Any(mention => IsMeanwhile(mention, set) && !contributions.Exists(contribution => contribution.Span.Contains(mention.Span))))
        {
            return false;
        }

        if (!edits.IsFirstFor($"gather {set.Join.Statement.Span}"))
        {
            return true;
        }

        foreach (SyntaxToken typeName in set.TypeNames)
        {
            edits.AddOnce(new TextEdit(new(typeName.Span.End, 0), $"<{contributions[0].TypeName}>"));
        }

        contributions.ForEach(contribution => contribution.Return(edits));
        new JoinFold(set.Join, contributions[0], target.Name, model).Write(edits);
        return true;
    }

    // Between the first spawn and the last join, or in a function that may run then.
    internal static bool IsMeanwhile(IdentifierNameSyntax mention, GatheredSet set)
        => TextSpan.FromBounds(set.Spawns[0].SpanStart, set.Join.Statement.Span.End).Contains(mention.Span)
            || mention.Ancestors().TakeWhile(at => !at.Span.Contains(set.Join.Statement.Span)).Any(at => at is LocalFunctionStatementSyntax || (at is AnonymousFunctionExpressionSyntax && at.SpanStart < set.Join.Statement.SpanStart));

    private static List<Contribution>? ContributionsOf(GatheredSet set, ContributionReader reader)
    {
        var contributions = new List<Contribution>();
        foreach (InvocationExpressionSyntax spawn in set.Spawns)
        {
            bool mayBeSynchronous = spawn.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "SpawnBlocking" };
            List<AnonymousFunctionExpressionSyntax> work = spawn.ArgumentList.Arguments.Select(static argument => argument.Expression).OfType<AnonymousFunctionExpressionSyntax>().ToList();
            if (work.Count != 1 || LastAct.Of(work[0], mayBeSynchronous) is not { } act || reader.Read(act) is not { } contribution)
            {
                return null;
            }

            contributions.Add(contribution);
        }

        return contributions;
    }
}
