using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sharing;

/// <summary>Whether two uses that may be at once are kept apart all the same.</summary>
internal static class Meeting
{
    /// <summary>Whether nothing keeps the two apart. <paramref name="isCommon"/> tells whether a lock is the same object for both.</summary>
    internal static bool AreOpen(TaskUse one, TaskUse other, Func<HeldLock, bool> isCommon)
        => !(one.Use.IsAtomic && other.Use.IsAtomic)
            && !one.Guards.Any(guard => isCommon(guard) && other.Guards.Any(guard.KeepsOut));

    /// <summary>Whether one use takes care, and the other side has a write that does not: that is where it is reported.</summary>
    internal static bool IsLeftTo(IEnumerable<TaskUse> others, TaskUse use)
        => (use.Use.IsAtomic || !use.Guards.IsEmpty) && others.Any(static other => other.Use.Writes && !other.Use.IsAtomic && other.Guards.IsEmpty);

    /// <summary>Whether a lock is one object for all tasks of the call, and not a new one for each.</summary>
    internal static bool IsCommonToAll(HeldLock guard, TaskShare share, ShareBook book)
        => guard.Key is not (ILocalSymbol or IParameterSymbol) || book.SharesOf(share.Task).Any(held => held.Variable.IsSameAs(guard.Key) && held.IsBesideItself);

    /// <summary>Whether a lock is one object for the tasks of two calls.</summary>
    internal static bool IsCommonToBoth(HeldLock guard, TaskShare share, TaskShare other, ShareBook book)
        => guard.Key is not (ILocalSymbol or IParameterSymbol)
            || book.SharesOf(share.Task).Any(held => held.Variable.IsSameAs(guard.Key) && held.Others.Any(meets => meets.Task == other.Task));

    /// <summary>Whether a value of this type is read and written as a whole by a 64-bit processor.</summary>
    internal static bool IsOneWord(ITypeSymbol? type) => type switch
    {
        null => true,
        { IsReferenceType: true } => true,
        INamedTypeSymbol { EnumUnderlyingType: { } underlying } => IsOneWord(underlying),
        { Name: "ImmutableArray", ContainingNamespace: { Name: "Immutable", ContainingNamespace.Name: "Collections" } } => true, // a reference to its array, and nothing else
        _ => type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16
            or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
            or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_IntPtr or SpecialType.System_UIntPtr,
    };
}
