using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sharing;

/// <summary>Something that keeps two uses apart.</summary>
/// <param name="key">The variable that holds the lock; null where it is only known that there is one.</param>
/// <param name="isShared">A reader's lock: it keeps nobody out but writers.</param>
internal readonly struct HeldLock(ISymbol? key, bool isShared = false) : IEquatable<HeldLock>
{
    internal ISymbol? Key => key;

    internal bool IsShared => isShared;

    public bool Equals(HeldLock other) => Key.IsSameAs(other.Key) && IsShared == other.IsShared;

    public override bool Equals(object? obj) => obj is HeldLock other && Equals(other);

    public override int GetHashCode() => Key is null ? 0 : SymbolEqualityComparer.Default.GetHashCode(Key);

    /// <summary>Whether two uses under these can never be at once.</summary>
    internal bool KeepsOut(HeldLock other)
        => Key is null || other.Key is null || (Key.IsSameAs(other.Key) && !(IsShared && other.IsShared));
}
