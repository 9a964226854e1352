using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JoinSets.Tables.Tests;

/// <summary>The real assemblies that the tables talk about: the framework, ASP.NET Core, JoinSet and the packages of the project file.</summary>
internal static class Assemblies
{
    private static readonly CSharpCompilation s_compilation = CSharpCompilation.Create(
        "Tables",
        references: File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "references.txt")).Select(static path => MetadataReference.CreateFromFile(path)));

    /// <summary>Null: there is no such type that everybody may use.</summary>
    internal static INamedTypeSymbol? Find(string metadataName)
        => s_compilation.GetTypesByMetadataName(metadataName).FirstOrDefault(static type => IsPublic(type));

    private static bool IsPublic(ISymbol symbol)
        => symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
            && (symbol.ContainingType is null || IsPublic(symbol.ContainingType));
}
