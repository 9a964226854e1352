using System.Collections.Immutable;
using JoinSets.Analyzers.Sendability.Tables;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sendability;

/// <summary>What passing a collection to a method does to it.</summary>
/// <remarks>Thread safety: immutable.</remarks>
internal static class ArgumentTable
{
    private static readonly ImmutableHashSet<string> s_readers = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "System.Collections.IEnumerable",
        "System.Collections.Generic.IEnumerable`1",
        "System.Collections.Generic.IReadOnlyCollection`1",
        "System.Collections.Generic.IReadOnlyList`1",
        "System.Collections.Generic.IReadOnlyDictionary`2",
        "System.Collections.Generic.IReadOnlySet`1",
        "System.ReadOnlySpan`1",
        "System.ReadOnlyMemory`1");

    private static readonly ImmutableDictionary<(string Type, string Method, string Parameter), MemberEffect> s_effects = ArgumentEffects.Changed
        .ToImmutableDictionary(static row => row, static _ => MemberEffect.Writes)
        .AddRange(ArgumentEffects.LookedAt.Select(static row => new KeyValuePair<(string Type, string Method, string Parameter), MemberEffect>(row, MemberEffect.Reads)));

    /// <summary>Null: no row names the parameter.</summary>
    internal static MemberEffect? EffectOn(IParameterSymbol parameter)
    {
        for (var method = parameter.ContainingSymbol?.OriginalDefinition as IMethodSymbol; method is not null; method = method.OverriddenMethod?.OriginalDefinition)
        {
            if (method.ContainingType is { } type && s_effects.TryGetValue((MetadataNames.Of(type), method.Name, parameter.Name), out MemberEffect effect))
            {
                return effect;
            }
        }

        return null;
    }

    /// <summary>Whether a parameter of this type can only be looked at.</summary>
    internal static bool IsForReading(ITypeSymbol type) => type is INamedTypeSymbol named && s_readers.Contains(MetadataNames.Of(named));
}
