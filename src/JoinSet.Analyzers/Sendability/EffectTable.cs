using System.Collections.Immutable;
using JoinSets.Analyzers.Sendability.Tables;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sendability;

/// <summary>All rows about members, by the type that declares them.</summary>
/// <remarks>Thread safety: immutable.</remarks>
internal static class EffectTable
{
    private static readonly ImmutableDictionary<(string Type, string Member), MemberEffect> s_effects = All.SelectMany(Entries).ToImmutableDictionary();

    internal static IEnumerable<EffectRow> All => [.. CollectionEffects.Rows, .. InterfaceEffects.Rows, .. OtherEffects.Rows];

    /// <summary>Null: no row names it.</summary>
    internal static MemberEffect? EffectOf(ISymbol member)
    {
        for (ISymbol? at = member.OriginalDefinition; at is not null; at = Overridden(at))
        {
            if (at.ContainingType is { } type && s_effects.TryGetValue((MetadataNames.Of(type), at.Name), out MemberEffect effect))
            {
                return effect;
            }
        }

        return null;
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod?.OriginalDefinition,
        IPropertySymbol property => property.OverriddenProperty?.OriginalDefinition,
        _ => null,
    };

    private static IEnumerable<KeyValuePair<(string Type, string Member), MemberEffect>> Entries(EffectRow row)
        => Entries(row.Type, row.Reads, MemberEffect.Reads)
            .Concat(Entries(row.Type, row.Writes, MemberEffect.Writes))
            .Concat(Entries(row.Type, row.Ignores, MemberEffect.None))
            .Concat(Entries(row.Type, row.Open, MemberEffect.Unknown));

    private static IEnumerable<KeyValuePair<(string Type, string Member), MemberEffect>> Entries(string type, IEnumerable<string> members, MemberEffect effect)
        => members.Select(member => new KeyValuePair<(string Type, string Member), MemberEffect>((type, member), effect));
}
