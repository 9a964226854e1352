using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sendability;

/// <summary>Members of the framework that give a safe value of a type that is not: the thread-safe wrappers, and what is shared by design.</summary>
/// <remarks>Thread safety: immutable.</remarks>
internal static class SafeMembers
{
    /// <summary>Type, member, and where the documentation says so.</summary>
    internal static ImmutableArray<(string Type, string Member, string Source)> Rows { get; } = ImmutableArray.Create(
        ("System.Random", "Shared", "api/system.random.shared: a thread-safe instance"),
        ("System.IO.Stream", "Synchronized", "api/system.io.stream.synchronized"),
        ("System.IO.Stream", "Null", "api/system.io.stream.null: a stream with no backing store"),
        ("System.IO.TextWriter", "Synchronized", "api/system.io.textwriter.synchronized"),
        ("System.IO.TextWriter", "Null", "api/system.io.textwriter.null: writes to nothing"),
        ("System.IO.TextReader", "Synchronized", "api/system.io.textreader.synchronized"),
        ("System.IO.StreamWriter", "Null", "api/system.io.streamwriter.null: writes to nothing"),
        ("System.Console", "Out", "api/system.console#thread-safety: I/O through the console's streams is synchronized"),
        ("System.Console", "Error", "api/system.console#thread-safety: I/O through the console's streams is synchronized"),
        ("System.Console", "In", "api/system.console#thread-safety: I/O through the console's streams is synchronized"),
        ("System.Collections.ArrayList", "Synchronized", "api/system.collections.arraylist.synchronized"),
        ("System.Collections.Hashtable", "Synchronized", "api/system.collections.hashtable.synchronized"),
        ("System.Collections.Queue", "Synchronized", "api/system.collections.queue.synchronized"),
        ("System.Collections.Stack", "Synchronized", "api/system.collections.stack.synchronized"),
        ("System.Collections.SortedList", "Synchronized", "api/system.collections.sortedlist.synchronized"));

    private static readonly ImmutableHashSet<(string, string)> s_members = Rows.Select(static row => (row.Type, row.Member)).ToImmutableHashSet();
    private static readonly ImmutableHashSet<(string, string)> s_names = Rows.Select(static row => (row.Type.Substring(row.Type.LastIndexOf('.') + 1), row.Member)).ToImmutableHashSet();

    internal static bool Contains(ISymbol member)
        => member.IsStatic && member.ContainingType is { } type && s_members.Contains((MetadataNames.Of(type), member.Name));

    /// <summary>The same by the words in the source, where nobody asks what they mean.</summary>
    internal static bool IsNamed(string? type, string member) => type is not null && s_names.Contains((type, member));
}
