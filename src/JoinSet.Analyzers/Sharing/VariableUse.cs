using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sharing;

/// <summary>One mention of a variable, of a field of <c>this</c> too, in the code of one function.</summary>
internal sealed class VariableUse(ISymbol variable, IOperation reference, UseKind kind, FunctionCode owner)
{
    internal ISymbol Variable => variable;

    internal IOperation Reference => reference;

    internal SyntaxNode Syntax => reference.Syntax;

    internal UseKind Kind => kind;

    internal FunctionCode Owner => owner;

    internal bool Reads => (kind & UseKind.Read) != 0;

    internal bool Writes => (kind & UseKind.Write) != 0;

    internal bool IsAtomic => (kind & UseKind.Atomic) != 0;

    internal bool Leaks => (kind & UseKind.Leaks) != 0;
}
