using System.Collections.Immutable;
using JoinSets.Analyzers.Sendability.Tables;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sendability;

/// <summary>What belongs to an object although it is an object itself.</summary>
/// <remarks>Thread safety: immutable.</remarks>
internal static class PartTable
{
    private static readonly ImmutableHashSet<string> s_names = Parts.Rows.Select(static row => row.Member).ToImmutableHashSet(StringComparer.Ordinal);
    private static readonly ImmutableHashSet<(string Type, string Member)> s_rows = Parts.Rows.ToImmutableHashSet();
    private static readonly ImmutableHashSet<string> s_types = Parts.Rows.Select(static row => row.Type).ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>Without their namespaces: most types are told apart by these, and no name is put together.</summary>
    private static readonly ImmutableHashSet<string> s_shortNames = s_types.Select(static type => type.Substring(type.LastIndexOf('.') + 1)).ToImmutableHashSet(StringComparer.Ordinal);

    internal static bool Contains(IPropertySymbol property)
        => s_names.Contains(property.Name) && property.ContainingType is { } type && s_rows.Contains((MetadataNames.Of(type), property.Name));

    internal static bool HasPartsOf(ITypeSymbol type) => type is INamedTypeSymbol named && s_shortNames.Contains(named.Name) && s_types.Contains(MetadataNames.Of(named));
}
