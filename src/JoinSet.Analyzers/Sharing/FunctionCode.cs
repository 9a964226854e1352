using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sharing;

/// <summary>One function of a body, the body itself or one nested in it: what its own code mentions, calls and spawns.</summary>
internal sealed class FunctionCode(SyntaxNode syntax, IMethodSymbol? symbol, FunctionCode? parent)
{
    internal SyntaxNode Syntax => syntax;

    internal IMethodSymbol? Symbol => symbol;

    /// <summary>The function around it; null for the body itself.</summary>
    internal FunctionCode? Parent => parent;

    /// <summary>Whether it is a method of its own, beside the body that is judged.</summary>
    internal bool IsMethod => symbol is { MethodKind: MethodKind.Ordinary };

    internal List<VariableUse> Uses { get; } = [];

    internal List<FunctionCall> Calls { get; } = [];

    /// <summary>Calls of methods of this object, and of static ones, by the body itself: what they do with fields, it does. What they spawn is judged with them.</summary>
    internal List<FunctionCall> Helpers { get; } = [];

    internal List<SpawnCall> Spawns { get; } = [];

    /// <summary>Whether the variable is made anew with each call: declared in this function or in one inside it.</summary>
    internal bool Declares(ISymbol variable)
    {
        if (variable is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } && !Symbol.IsSameAs(constructor))
        {
            return false;
        }

        return variable is ILocalSymbol or IParameterSymbol
            && variable.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration
            && declaration.SyntaxTree == syntax.SyntaxTree
            && syntax.Span.Contains(declaration.Span);
    }
}
