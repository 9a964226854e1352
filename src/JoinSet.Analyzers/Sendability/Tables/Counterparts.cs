namespace JoinSets.Analyzers.Sendability.Tables;

/// <summary>
/// Which concurrent type stands in for which, and what becomes of each use. A use is the member and the number of its arguments;
/// <c>GetEnumerator</c> is <c>foreach</c>. Where the counterpart differs in what a duplicate or an empty collection does, there is no row.
/// </summary>
internal static class Counterparts
{
    internal static IReadOnlyList<ConcurrentCounterpart> Rows { get; } =
    [
        new("System.Collections.Generic.List`1", "System.Collections.Concurrent.ConcurrentBag`1", "{0}",
            ("Add/1", "Add({0})"),
            ("Clear/0", "Clear()"),
            ("Count/0", "Count"),
            ("GetEnumerator/0", "GetEnumerator()"),
            ("ToArray/0", "ToArray()")),
        new("System.Collections.Generic.List`1", "System.Collections.Concurrent.ConcurrentQueue`1", "{0}",
            ("Add/1", "Enqueue({0})"),
            ("Clear/0", "Clear()"),
            ("Count/0", "Count"),
            ("GetEnumerator/0", "GetEnumerator()"),
            ("ToArray/0", "ToArray()")),
        new("System.Collections.Generic.Dictionary`2", "System.Collections.Concurrent.ConcurrentDictionary`2", "{0}, {1}",
            ("Clear/0", "Clear()"),
            ("ContainsKey/1", "ContainsKey({0})"),
            ("Count/0", "Count"),
            ("GetEnumerator/0", "GetEnumerator()"),
            ("Keys/0", "Keys"),
            ("Remove/1", "TryRemove({0}, out _)"),
            ("Remove/2", "TryRemove({0}, {1})"),
            ("TryAdd/2", "TryAdd({0}, {1})"),
            ("TryGetValue/2", "TryGetValue({0}, {1})"),
            ("Values/0", "Values"),
            ("this[]/1", "[{0}]")),
        new("System.Collections.Generic.Queue`1", "System.Collections.Concurrent.ConcurrentQueue`1", "{0}",
            ("Clear/0", "Clear()"),
            ("Count/0", "Count"),
            ("Enqueue/1", "Enqueue({0})"),
            ("GetEnumerator/0", "GetEnumerator()"),
            ("ToArray/0", "ToArray()"),
            ("TryDequeue/1", "TryDequeue({0})"),
            ("TryPeek/1", "TryPeek({0})")),
        new("System.Collections.Generic.Stack`1", "System.Collections.Concurrent.ConcurrentStack`1", "{0}",
            ("Clear/0", "Clear()"),
            ("Count/0", "Count"),
            ("GetEnumerator/0", "GetEnumerator()"),
            ("Push/1", "Push({0})"),
            ("ToArray/0", "ToArray()"),
            ("TryPeek/1", "TryPeek({0})"),
            ("TryPop/1", "TryPop({0})")),
        new("System.Collections.Generic.HashSet`1", "System.Collections.Concurrent.ConcurrentDictionary`2", "{0}, byte",
            ("Add/1", "TryAdd({0}, 0)"),
            ("Clear/0", "Clear()"),
            ("Contains/1", "ContainsKey({0})"),
            ("Count/0", "Count"),
            ("Remove/1", "TryRemove({0}, out _)")),
    ];
}
