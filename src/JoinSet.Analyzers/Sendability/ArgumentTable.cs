using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sendability;

/// <summary>What passing a collection to a method does to it.</summary>
/// <remarks>Thread safety: immutable.</remarks>
internal static class ArgumentTable
{
    /// <summary>Static methods of the framework that change their first argument.</summary>
    internal static ImmutableArray<(string Type, string Method)> Changers { get; } = ImmutableArray.Create(
        ("System.Array", "Clear"),
        ("System.Array", "Fill"),
        ("System.Array", "Reverse"),
        ("System.Array", "Sort"),
        ("System.Collections.Generic.CollectionExtensions", "AddRange"),
        ("System.Collections.Generic.CollectionExtensions", "InsertRange"),
        ("System.Collections.Generic.CollectionExtensions", "Remove"),
        ("System.Collections.Generic.CollectionExtensions", "TryAdd"));

    /// <summary>Static methods of the framework that look at their first argument.</summary>
    internal static ImmutableArray<(string Type, string Method)> Lookers { get; } = ImmutableArray.Create(
        ("System.Array", "BinarySearch"),
        ("System.Array", "ConvertAll"),
        ("System.Array", "Exists"),
        ("System.Array", "Find"),
        ("System.Array", "FindAll"),
        ("System.Array", "FindIndex"),
        ("System.Array", "ForEach"),
        ("System.Array", "IndexOf"),
        ("System.Array", "LastIndexOf"),
        ("System.Array", "TrueForAll"),
        ("System.Collections.Generic.CollectionExtensions", "GetValueOrDefault"),
        ("System.ArgumentNullException", "ThrowIfNull"),
        ("System.GC", "KeepAlive"));

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

    private static readonly ImmutableDictionary<(string, string), MemberEffect> s_effects = Changers
        .ToImmutableDictionary(static row => row, static _ => MemberEffect.Writes)
        .AddRange(Lookers.Select(static row => new KeyValuePair<(string, string), MemberEffect>(row, MemberEffect.Reads)));

    /// <summary>Null: no row names the method.</summary>
    internal static MemberEffect? EffectOn(IParameterSymbol parameter)
        => parameter is { Ordinal: 0, ContainingSymbol: IMethodSymbol { IsStatic: true, ContainingType: { } type } method }
            && s_effects.TryGetValue((MetadataNames.Of(type), method.Name), out MemberEffect effect)
            ? effect
            : null;

    /// <summary>Whether a parameter of this type can only be looked at.</summary>
    internal static bool IsForReading(ITypeSymbol type) => type is INamedTypeSymbol named && s_readers.Contains(MetadataNames.Of(named));
}
