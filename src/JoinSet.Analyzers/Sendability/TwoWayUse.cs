using System.Collections.Immutable;
using JoinSets.Analyzers.Sendability.Tables;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sendability;

/// <summary>Which way an object is used that goes two ways: one task may read what comes through a connection while another writes to it.</summary>
/// <remarks>Thread safety: immutable.</remarks>
internal static class TwoWayUse
{
    private const string Receives = "receives";
    private const string Sends = "sends";

    private static readonly ImmutableHashSet<string> s_types = Ways.Types.ToImmutableHashSet(StringComparer.Ordinal);
    private static readonly ImmutableDictionary<(string Type, string Member), string> s_ways = Entries(Ways.Receiving, Receives).Concat(Entries(Ways.Sending, Sends)).ToImmutableDictionary();

    /// <summary>Whether two uses of one object are in each other's way.</summary>
    internal static bool Meet(ITypeSymbol type, IOperation one, IOperation other) => !Is(type) || WayOf(one) == WayOf(other);

    /// <summary>Whether one may receive through an object of this type while another sends.</summary>
    internal static bool Is(ITypeSymbol type)
    {
        for (var at = type as INamedTypeSymbol; at is not null; at = at.BaseType)
        {
            if (SendTable.RowOf(at) is not null)
            {
                return s_types.Contains(MetadataNames.Of(at));
            }
        }

        return false;
    }

    // Who cannot be told the way of is in nobody's way but its own.
    private static string? WayOf(IOperation use) => use switch
    {
        IInvocationOperation call => WayOf(call.TargetMethod),
        IMethodReferenceOperation method => WayOf(method.Method),
        IArgumentOperation { Parameter: { Name: "destination", ContainingSymbol: IMethodSymbol { Name: "CopyTo" or "CopyToAsync" } } } => Sends,
        IArgumentOperation { Parameter.ContainingSymbol: IMethodSymbol method } => NameOf(method),
        IMemberReferenceOperation member => NameOf(member.Member),
        _ => use.Kind.ToString(),
    };

    private static string WayOf(IMethodSymbol method)
    {
        for (IMethodSymbol? at = method.OriginalDefinition; at is not null; at = at.OverriddenMethod?.OriginalDefinition)
        {
            if (at.ContainingType is { } type && s_ways.TryGetValue((MetadataNames.Of(type), at.Name), out string? way))
            {
                return way;
            }
        }

        return NameOf(method);
    }

    private static string NameOf(ISymbol member) => $"{member.ContainingType?.Name}.{member.Name}";

    private static IEnumerable<KeyValuePair<(string Type, string Member), string>> Entries(IEnumerable<(string Type, string Members)> rows, string way)
        => rows.SelectMany(row => row.Members.Split(' ').Select(member => new KeyValuePair<(string Type, string Member), string>((row.Type, member), way)));
}
