using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sharing;

/// <summary>Calls that take a lock of somebody's own making, by what they are called: <c>locker()</c>, <c>row.TryLockExclusive()</c>, <c>AcquireLatch(page)</c>.</summary>
internal static class LockNames
{
    private static readonly ImmutableHashSet<string> s_locks = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "Lock", "Locker", "Latch", "Mutex",
        "Xlock", "Xlocker", "Slock", "Slocker", "Rlock", "Wlock", "Rwlock", "Spinlock");

    private static readonly string[] s_parts = ["lock", "latch", "mutex"];

    private static readonly ImmutableHashSet<string> s_others = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase,
        "Exit", "Release", "Free", "Leave", "End", "Get", "Create", "New", "Make", "Is", "Has");

    private static readonly Regex s_words = new("[A-Z]?[a-z]+|[A-Z]+(?![a-z])");

    internal static bool Take(InvocationExpressionSyntax call) => NameOf(call.Expression) is { } name && MayTake(name) && Take(name);

    // Nearly all names are ruled out by this, and need not be taken to pieces.
    private static bool MayTake(string name) => s_parts.Any(part => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool Take(string name)
    {
        List<string> words = s_words.Matches(name).Cast<Match>().Select(static word => word.Value).ToList();
        return words.Exists(s_locks.Contains) && !words.Exists(s_others.Contains);
    }

    private static string? NameOf(ExpressionSyntax called) => called switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
