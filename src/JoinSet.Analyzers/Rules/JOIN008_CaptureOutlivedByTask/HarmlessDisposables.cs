using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Rules;

/// <summary>Types whose objects can be used after Dispose as before: it frees nothing that they need. The page of the rule lists them.</summary>
internal static class HarmlessDisposables
{
    private static readonly ImmutableHashSet<string> s_names = ImmutableHashSet.Create(
        "System.Threading.Tasks.Task", "System.IO.MemoryStream", "System.IO.StringReader", "System.IO.StringWriter",
        "System.Threading.CancellationTokenRegistration", "System.Data.DataTable", "System.Data.DataSet", "System.Data.DataView");

    internal static bool Contain(ITypeSymbol type)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (s_names.Contains($"{at.ContainingNamespace?.ToDisplayString()}.{at.Name}"))
            {
                return true;
            }
        }

        return false;
    }
}
