using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sendability;

/// <summary>Signs that somebody thought about threads, found without asking what the names mean.</summary>
internal static class Synchronization
{
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "Monitor", "Interlocked", "Volatile", "SemaphoreSlim", "Semaphore", "Mutex", "SpinLock", "Lock", "EnterScope",
        "ReaderWriterLock", "ReaderWriterLockSlim", "AsyncLock", "MethodImplOptions", "ThreadLocal", "AsyncLocal",
    };

    internal static bool IsUsedIn(SyntaxNode node)
        => node.DescendantNodesAndSelf().Any(static at => at is LockStatementSyntax || (at is SimpleNameSyntax name && s_names.Contains(name.Identifier.ValueText)));
}
