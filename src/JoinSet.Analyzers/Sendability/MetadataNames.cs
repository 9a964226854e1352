using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sendability;

/// <summary>Types by the names that the tables and the settings use: <c>Namespace.Outer`1+Inner</c>.</summary>
internal static class MetadataNames
{
    internal static string Of(INamedTypeSymbol type)
    {
        INamedTypeSymbol definition = type.OriginalDefinition;
        string name = definition.MetadataName;
        while (definition.ContainingType is { } outer)
        {
            name = outer.MetadataName + "+" + name;
            definition = outer;
        }

        return definition.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + name : name;
    }
}
