using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>The one set that an analysis follows: where it is made, or which variable brings it into the body.</summary>
internal sealed class FollowedSet
{
    private FollowedSet(SyntaxNode? creation, Slot entry, SetState firstState, string name)
    {
        Creation = creation;
        Entry = entry;
        FirstState = firstState;
        Name = name;
    }

    /// <summary>The expression that makes it; null where it comes from outside.</summary>
    internal SyntaxNode? Creation { get; }

    /// <summary>The variable that holds it when the body begins; none where the body makes it.</summary>
    internal Slot Entry { get; }

    /// <summary>How it stands when the body begins, or when it is made.</summary>
    internal SetState FirstState { get; }

    /// <summary>What the source calls it.</summary>
    internal string Name { get; }

    /// <summary>Somebody else's set: whatever its variable holds, that is the set, and how its life ends is not this body's business.</summary>
    internal bool IsVisited { get; private set; }

    internal static FollowedSet MadeBy(SyntaxNode creation, SetState state, string name) => new(creation, default, state, name);

    internal static FollowedSet BroughtBy(ISymbol variable, SetState state) => new(null, new Slot(variable), state, variable.Name);

    internal static FollowedSet VisitedIn(ISymbol variable)
        => new(null, new Slot(variable), SetState.Filled, variable.Name) { IsVisited = true };

    /// <summary>Whether this is its variable in a body that it only visits, whatever that holds at the moment.</summary>
    internal bool IsVisitedIn(Slot slot) => IsVisited && slot.Equals(Entry);

    /// <summary>Whether code that is out of sight may give its variable another set.</summary>
    internal bool IsInMember => Entry.Variable is IFieldSymbol { IsReadOnly: false } or IPropertySymbol;
}
