using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sharing;

/// <summary>Which members of which types take a lock and give it back.</summary>
internal static class LockMembers
{
    private static readonly ImmutableHashSet<string> s_taking = ImmutableHashSet.Create(
        "Enter", "TryEnter", "Wait", "WaitAsync", "WaitOne", "Lock", "LockAsync", "EnterAsync", "EnterScope", "Acquire", "AcquireAsync", "TryAcquire", "TryAcquireAsync",
        "EnterWriteLock", "TryEnterWriteLock", "EnterUpgradeableReadLock", "TryEnterUpgradeableReadLock", "AcquireWriterLock", "WriterLock", "WriterLockAsync");

    private static readonly ImmutableHashSet<string> s_sharing = ImmutableHashSet.Create(
        "EnterReadLock", "TryEnterReadLock", "AcquireReaderLock", "ReaderLock", "ReaderLockAsync");

    private static readonly ImmutableHashSet<string> s_giving = ImmutableHashSet.Create(
        "Exit", "Release", "ReleaseMutex", "Set", "Unlock", "ExitReadLock", "ExitWriteLock", "ExitUpgradeableReadLock", "ReleaseReaderLock", "ReleaseWriterLock");

    internal static bool Takes(string member) => s_taking.Contains(member) || s_sharing.Contains(member);

    internal static bool Shares(string member) => s_sharing.Contains(member);

    internal static bool Gives(string member) => s_giving.Contains(member);

    /// <summary>Whether objects of this type are locks, by what they are called: the framework's and everybody's own.</summary>
    internal static bool IsLock(ITypeSymbol? type)
        => type is not null && (type.Name.Contains("Lock") || type.Name.Contains("Mutex") || type.Name.Contains("Semaphore") || type.Name is "Monitor" or "AutoResetEvent" or "EventWaitHandle");
}
