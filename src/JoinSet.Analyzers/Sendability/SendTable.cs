using System.Collections.Immutable;
using JoinSets.Analyzers.Sendability.Tables;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sendability;

/// <summary>All rows about types, by metadata name.</summary>
/// <remarks>Thread safety: immutable.</remarks>
internal static class SendTable
{
    private static readonly ImmutableDictionary<string, SendRow> s_rows = All.ToImmutableDictionary(static row => row.Type, StringComparer.Ordinal);

    internal static IEnumerable<SendRow> All =>
    [
        .. CollectionTypes.Rows,
        .. SafeCollectionTypes.Rows,
        .. ValueTypes.Rows,
        .. ThreadingTypes.Rows,
        .. TextTypes.Rows,
        .. IOTypes.Rows,
        .. DataTypes.Rows,
        .. WebTypes.Rows,
    ];

    internal static SendRow? RowOf(INamedTypeSymbol type)
        => s_rows.TryGetValue(MetadataNames.Of(type), out SendRow? row) ? row : null;
}
