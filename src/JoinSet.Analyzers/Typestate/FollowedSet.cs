using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Typestate;

/// <summary>The one set that an analysis follows: where it is made, or which variable brings it into the body.</summary>
internal sealed class FollowedSet
{
    private FollowedSet(SyntaxNode? creation, Slot entry, SetState entryState, string name)
    {
        Creation = creation;
        Entry = entry;
        EntryState = entryState;
        Name = name;
    }

    /// <summary>The expression that makes it; null where it comes from outside.</summary>
    internal SyntaxNode? Creation { get; }

    /// <summary>The variable that holds it when the body begins; none where the body makes it.</summary>
    internal Slot Entry { get; }

    internal SetState EntryState { get; }

    /// <summary>What the source calls it.</summary>
    internal string Name { get; }

    internal static FollowedSet MadeBy(SyntaxNode creation, string name) => new(creation, default, default, name);

    internal static FollowedSet BroughtBy(ISymbol variable, SetState state) => new(null, new Slot(variable), state, variable.Name);
}
