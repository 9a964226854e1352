using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sharing;

/// <summary>A use of something from outside, reached by running a function: directly or through the functions that it calls.</summary>
internal sealed class TaskUse(VariableUse use, ImmutableArray<HeldLock> guards, SyntaxNode? entry = null, bool isDoubtful = false)
{
    internal VariableUse Use => use;

    /// <summary>The place in the function itself: the use, or the call of the method that leads to it.</summary>
    internal SyntaxNode Place => entry ?? use.Syntax;

    /// <summary>What is held there, on the way there included.</summary>
    internal ImmutableArray<HeldLock> Guards => guards;

    /// <summary>Whether a function does it that was handed to code which cannot be seen.</summary>
    internal bool IsDoubtful => isDoubtful;
}
