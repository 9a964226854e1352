using JoinSets.Analyzers.Sendability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sharing;

/// <summary>What one use of a variable does to the object in it, or to a part of that object.</summary>
internal sealed class ObjectAccess(TaskUse use, string path, ITypeSymbol type, MemberEffect effect, IOperation at, IOperation? index = null, bool isMember = false)
{
    internal TaskUse Use => use;

    /// <summary>The members that lead to the part: <c>.Items</c>; empty for the object itself.</summary>
    internal string Path => path;

    /// <summary>The type of the part, as exactly as it is known.</summary>
    internal ITypeSymbol Type => type;

    internal bool Writes => effect is MemberEffect.Writes;

    internal bool Counts => effect is MemberEffect.Writes or MemberEffect.Reads;

    /// <summary>The operation that does it.</summary>
    internal IOperation At => at;

    /// <summary>The member of the object by which it is done, where there is one.</summary>
    internal ISymbol? Member => at switch
    {
        IInvocationOperation call => call.TargetMethod,
        IPropertyReferenceOperation { Property.IsIndexer: false } property => property.Property,
        _ => null,
    };

    /// <summary>Where it is one element of an array that is used: which.</summary>
    internal IOperation? Index => index;

    /// <summary>Whether the part is a field or property that is given a value, rather than an object that is changed.</summary>
    internal bool IsMember => isMember;
}
