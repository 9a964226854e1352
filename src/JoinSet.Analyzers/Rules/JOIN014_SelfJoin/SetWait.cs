using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Rules;

/// <summary>A place where a task waits until a set is empty.</summary>
internal readonly struct SetWait(SyntaxNode place, ISymbol set, bool isCancellable)
{
    internal SyntaxNode Place => place;

    /// <summary>The set as the spawn names it.</summary>
    internal ISymbol Set => set;

    /// <summary>Whether a token that may be cancelled goes with it.</summary>
    internal bool IsCancellable => isCancellable;
}
