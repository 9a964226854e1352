using Microsoft.CodeAnalysis;

namespace JoinSets.CodeFixes.Rules;

/// <summary>A type of System.Threading as it is to be written at a place.</summary>
internal static class ThreadingName
{
    internal static string Of(string type, int position, SemanticModel model)
        => model.LookupNamespacesAndTypes(position, name: type).Any(static found => found is INamedTypeSymbol { ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } })
            ? type
            : "System.Threading." + type;
}
