using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sharing;

/// <summary>The type of whatever can hold a value.</summary>
internal static class VariableType
{
    internal static ITypeSymbol? TypeOfVariable(this ISymbol variable) => variable switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    /// <summary>Whether an index of this type picks several elements at once.</summary>
    internal static bool IsRange(this ITypeSymbol? type) => type is { Name: "Range", ContainingNamespace.Name: "System" };
}
