using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sendability;

/// <summary>Which fields of its object a member in source may come to, by the names in its text and in that of the members it names.</summary>
/// <remarks>Thread safety: has no state.</remarks>
internal static class MemberReach
{
    /// <summary>Whether two members may come to one field: a server's address and its socket are in nobody's way. True where a text cannot be seen.</summary>
    internal static bool Meet(ISymbol one, ISymbol other)
        => SymbolEqualityComparer.Default.Equals(one, other)
            || FieldsOf(one) is not { } first
            || FieldsOf(other) is not { } second
            || first.Overlaps(second);

    private static HashSet<string>? FieldsOf(ISymbol member)
    {
        List<INamedTypeSymbol> types = TypesOf(member.ContainingType).ToList();
        if (types.Count == 0 || types.Exists(static type => type.DeclaringSyntaxReferences.IsEmpty || SendTable.RowOf(type) is not null))
        {
            return null; // a type that the tables know is judged by them
        }

        var fields = new HashSet<string>();
        var pending = new Queue<ISymbol>([member.OriginalDefinition]);
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        while (pending.Count > 0)
        {
            ISymbol next = pending.Dequeue();
            if (!seen.Add(next))
            {
                continue;
            }

            fields.Add(next.Name); // a field, or a property that may have one of its own
            foreach (SyntaxNode text in next is IFieldSymbol ? [] : next.DeclaringSyntaxReferences.Select(static part => part.GetSyntax()))
            {
                if (text.DescendantNodes().Any(IsWholeObject))
                {
                    return null;
                }

                foreach (string name in text.DescendantNodes().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText).Distinct())
                {
                    fields.UnionWith(types.SelectMany(ParametersOf).Where(parameter => parameter == name));
                    types.SelectMany(type => type.GetMembers(name)).ToList().ForEach(pending.Enqueue);
                }
            }
        }

        return fields;
    }

    // With its base classes, whose members go by the same object.
    private static IEnumerable<INamedTypeSymbol> TypesOf(INamedTypeSymbol? type)
    {
        for (; type is not null and { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; type = type.BaseType)
        {
            yield return type.OriginalDefinition;
        }
    }

    // Given away as it is, by this or by a method of its own.
    private static bool IsWholeObject(SyntaxNode node) => node is ThisExpressionSyntax && node.Parent is not MemberAccessExpressionSyntax;

    // A primary constructor's parameters are fields, too.
    private static IEnumerable<string> ParametersOf(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .SelectMany(static part => (part.GetSyntax() as TypeDeclarationSyntax)?.ParameterList?.Parameters ?? default)
        .Select(static parameter => parameter.Identifier.ValueText);
}
