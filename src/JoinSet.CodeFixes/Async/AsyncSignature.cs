using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Async;

/// <summary>What the language asks of a function before it may be async, its return type aside.</summary>
internal static class AsyncSignature
{
    internal static bool CanBeAsync(IMethodSymbol symbol, SyntaxNode function, SemanticModel model)
        => symbol.Parameters.All(IsPlain)
            && !WorksOnACopy(symbol)
            && !symbol.ReturnsByRef
            && !symbol.ReturnsByRefReadonly
            && !symbol.MethodImplementationFlags.HasFlag(System.Reflection.MethodImplAttributes.Synchronized)
            && !FunctionBody.OwnNodes(function).Any(node => node is YieldStatementSyntax || IsBoundToStack(node, model));

    /// <summary>What an async method of a struct writes to the struct after its first await is lost.</summary>
    private static bool WorksOnACopy(IMethodSymbol symbol) => symbol is { IsStatic: false, IsReadOnly: false, ContainingType.IsValueType: true };

    private static bool IsPlain(IParameterSymbol parameter)
        => parameter is { RefKind: RefKind.None, Type: { IsRefLikeType: false, TypeKind: not TypeKind.Pointer and not TypeKind.FunctionPointer } };

    private static bool IsBoundToStack(SyntaxNode node, SemanticModel model)
        => node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax
            && model.GetDeclaredSymbol(node) is ILocalSymbol local
            && (local.IsRef || local.Type.IsRefLikeType);
}
