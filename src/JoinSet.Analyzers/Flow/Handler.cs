using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace JoinSets.Analyzers.Flow;

/// <summary>What the handlers of a try statement take. An exception whose class is not known (null) may be any.</summary>
internal static class Handler
{
    /// <summary>Whether the handler takes it for certain: no filter, and its class or one above.</summary>
    internal static bool Catches(ControlFlowRegion handler, INamedTypeSymbol? thrown)
        => handler.Kind is ControlFlowRegionKind.Catch && (TakesAll(handler.ExceptionType) || Derives(thrown, handler.ExceptionType));

    /// <summary>Whether it may take it. What is thrown may be of a class below the one that the source names.</summary>
    internal static bool MayCatch(ControlFlowRegion handler, INamedTypeSymbol? thrown)
        => thrown is null
            || TakesAll(handler.ExceptionType)
            || handler.ExceptionType is not INamedTypeSymbol { TypeKind: TypeKind.Class } type
            || Derives(thrown, type)
            || Derives(type, thrown);

    private static bool TakesAll(ITypeSymbol? type)
        => type is null or { SpecialType: SpecialType.System_Object } or { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool Derives(INamedTypeSymbol? type, ITypeSymbol? from)
    {
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, from))
            {
                return true;
            }
        }

        return false;
    }
}
