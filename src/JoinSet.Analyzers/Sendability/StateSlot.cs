using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sendability;

/// <summary>One place in which a value of a type keeps a part of its state.</summary>
/// <remarks>Thread safety: immutable.</remarks>
internal sealed class StateSlot(ISymbol member, string name, ITypeSymbol type, bool canBeWritten)
{
    /// <summary>The field, property, or captured parameter of a primary constructor.</summary>
    internal ISymbol Member { get; } = member;

    internal string Name { get; } = name;

    internal ITypeSymbol Type { get; } = type;

    /// <summary>Whether it can get another value once the object is made.</summary>
    internal bool CanBeWritten { get; } = canBeWritten;

    /// <summary>Whether the language lets threads write it in a way of its own: a volatile field, an event. Nothing can be said of those.</summary>
    internal bool IsOpen { get; } = member is IEventSymbol or IFieldSymbol { IsVolatile: true };
}
