using System.Collections.Immutable;
using JoinSets.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sendability;

/// <summary>The text of a type and its bases, asked for the places where a member is used.</summary>
/// <remarks>Thread safety: one question, one thread.</remarks>
internal sealed class TypeSource(IReadOnlyList<INamedTypeSymbol> lineage, SourceModels models)
{
    private readonly Lazy<ImmutableArray<TypeDeclarationSyntax>> _declarations = new(() => DeclarationsOf(lineage));
    private ILookup<string, SimpleNameSyntax>? _names;

    internal bool UsesSynchronization => _declarations.Value.Any(Synchronization.IsUsedIn);

    /// <summary>The parameters of the primary constructor that live on in the object.</summary>
    internal IEnumerable<IParameterSymbol> CapturedParametersOf(INamedTypeSymbol type)
    {
        if (type.IsRecord)
        {
            return [];
        }

        return type.InstanceConstructors
            .Where(static constructor => constructor.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax))
            .SelectMany(static constructor => constructor.Parameters)
            .Where(parameter => UsesOf(parameter, UsePlace.IsAfterConstruction).Any());
    }

    /// <summary>Whether the type itself writes the member once the object is made. Callers ask for what nobody else can write.</summary>
    internal bool IsWrittenLater(ISymbol member)
        => UsesOf(member, static use => UsePlace.IsWrite(use) && UsePlace.IsAfterConstruction(use)).Any();

    /// <summary>Every place in the type where the member stands. What a name means is asked last: it is what costs.</summary>
    internal IEnumerable<SimpleNameSyntax> UsesOf(ISymbol member, Func<SimpleNameSyntax, bool> isOfInterest)
        => Names[member.Name].Where(isOfInterest).Where(name => SymbolEqualityComparer.Default.Equals(SymbolAt(name)?.OriginalDefinition, member.OriginalDefinition));

    internal ISymbol? SymbolAt(SyntaxNode node) => models.Of(node.SyntaxTree).GetSymbolInfo(node).Symbol;

    private ILookup<string, SimpleNameSyntax> Names => _names ??= _declarations.Value
        .SelectMany(static declaration => declaration.DescendantNodes().OfType<SimpleNameSyntax>())
        .ToLookup(static name => name.Identifier.ValueText, StringComparer.Ordinal);

    private static ImmutableArray<TypeDeclarationSyntax> DeclarationsOf(IReadOnlyList<INamedTypeSymbol> lineage) => lineage
        .SelectMany(static type => type.DeclaringSyntaxReferences)
        .Select(static reference => reference.GetSyntax())
        .OfType<TypeDeclarationSyntax>()
        .Where(static declaration => SyntaxDepth.IsSane(declaration))
        .ToImmutableArray();
}
