namespace JoinSets.Analyzers.Sendability.Tables;

/// <summary>Collections that never change, and collections made for several threads.</summary>
internal static class SafeCollectionTypes
{
    internal static IReadOnlyList<SendRow> Rows { get; } =
    [
        new("System.Collections.Concurrent.ConcurrentDictionary`2", SendClass.Synchronized, "api/system.collections.concurrent.concurrentdictionary-2#thread-safety"),
        new("System.Collections.Concurrent.ConcurrentBag`1", SendClass.Synchronized, "api/system.collections.concurrent.concurrentbag-1#thread-safety"),
        new("System.Collections.Concurrent.ConcurrentQueue`1", SendClass.Synchronized, "api/system.collections.concurrent.concurrentqueue-1#thread-safety"),
        new("System.Collections.Concurrent.ConcurrentStack`1", SendClass.Synchronized, "api/system.collections.concurrent.concurrentstack-1#thread-safety"),
        new("System.Collections.Concurrent.BlockingCollection`1", SendClass.Synchronized, "api/system.collections.concurrent.blockingcollection-1#thread-safety"),
        new("System.Collections.Concurrent.IProducerConsumerCollection`1", SendClass.Synchronized, "api/system.collections.concurrent.iproducerconsumercollection-1: all implementations must be thread-safe"),
        new("System.Collections.Concurrent.Partitioner`1", SendClass.Unknown, "api/system.collections.concurrent.partitioner-1: depends on the source"),
        new("System.Collections.Immutable.ImmutableArray`1", SendClass.Immutable, "api/system.collections.immutable.immutablearray-1#thread-safety"),
        new("System.Collections.Immutable.ImmutableList`1", SendClass.Immutable, "api/system.collections.immutable.immutablelist-1#thread-safety"),
        new("System.Collections.Immutable.ImmutableDictionary`2", SendClass.Immutable, "api/system.collections.immutable.immutabledictionary-2#thread-safety"),
        new("System.Collections.Immutable.ImmutableHashSet`1", SendClass.Immutable, "api/system.collections.immutable.immutablehashset-1#thread-safety"),
        new("System.Collections.Immutable.ImmutableQueue`1", SendClass.Immutable, "api/system.collections.immutable.immutablequeue-1#thread-safety"),
        new("System.Collections.Immutable.ImmutableStack`1", SendClass.Immutable, "api/system.collections.immutable.immutablestack-1#thread-safety"),
        new("System.Collections.Immutable.ImmutableSortedDictionary`2", SendClass.Immutable, "api/system.collections.immutable.immutablesorteddictionary-2#thread-safety"),
        new("System.Collections.Immutable.ImmutableSortedSet`1", SendClass.Immutable, "api/system.collections.immutable.immutablesortedset-1#thread-safety"),
        new("System.Collections.Immutable.IImmutableList`1", SendClass.Immutable, "api/system.collections.immutable.iimmutablelist-1: elements that cannot be modified"),
        new("System.Collections.Immutable.IImmutableDictionary`2", SendClass.Immutable, "api/system.collections.immutable.iimmutabledictionary-2: an immutable collection of key/value pairs"),
        new("System.Collections.Immutable.IImmutableSet`1", SendClass.Immutable, "api/system.collections.immutable.iimmutableset-1#remarks: mutations on this set generate new sets"),
        new("System.Collections.Immutable.IImmutableQueue`1", SendClass.Immutable, "api/system.collections.immutable.iimmutablequeue-1: an immutable collection of objects"),
        new("System.Collections.Immutable.IImmutableStack`1", SendClass.Immutable, "api/system.collections.immutable.iimmutablestack-1: an immutable collection"),
        new("System.Collections.Immutable.ImmutableArray`1+Builder", SendClass.ReadShareable, "api/system.collections.immutable.immutablearray-1.builder: a writable array accessor"),
        new("System.Collections.Immutable.ImmutableList`1+Builder", SendClass.ReadShareable, "https://github.com/dotnet/runtime/blob/main/src/libraries/System.Collections.Immutable/src/System/Collections/Immutable/ImmutableList_1.Builder.cs: instance members of this class are not thread-safe"),
        new("System.Collections.Immutable.ImmutableDictionary`2+Builder", SendClass.ReadShareable, "https://github.com/dotnet/runtime/blob/main/src/libraries/System.Collections.Immutable/src/System/Collections/Immutable/ImmutableDictionary_2.Builder.cs: instance members of this class are not thread-safe"),
        new("System.Collections.Immutable.ImmutableHashSet`1+Builder", SendClass.ReadShareable, "https://github.com/dotnet/runtime/blob/main/src/libraries/System.Collections.Immutable/src/System/Collections/Immutable/ImmutableHashSet_1.Builder.cs: instance members of this class are not thread-safe"),
        new("System.Collections.Immutable.ImmutableSortedDictionary`2+Builder", SendClass.ReadShareable, "https://github.com/dotnet/runtime/blob/main/src/libraries/System.Collections.Immutable/src/System/Collections/Immutable/ImmutableSortedDictionary_2.Builder.cs: instance members of this class are not thread-safe"),
        new("System.Collections.Immutable.ImmutableSortedSet`1+Builder", SendClass.ReadShareable, "https://github.com/dotnet/runtime/blob/main/src/libraries/System.Collections.Immutable/src/System/Collections/Immutable/ImmutableSortedSet_1.Builder.cs: instance members of this class are not thread-safe"),
        new("System.Collections.Frozen.FrozenDictionary`2", SendClass.Immutable, "api/system.collections.frozen.frozendictionary-2: an immutable, read-only dictionary"),
        new("System.Collections.Frozen.FrozenSet`1", SendClass.Immutable, "api/system.collections.frozen.frozenset-1: an immutable, read-only set"),
        new("System.Buffers.SearchValues`1", SendClass.Immutable, "api/system.buffers.searchvalues-1: immutable, read-only set of values"),
        new("System.Buffers.ArrayBufferWriter`1", SendClass.ReadShareable, "api/system.buffers.ibufferwriter-1.advance#remarks: after it, a new buffer must be requested to write more"),
        new("System.Buffers.MemoryPool`1", SendClass.Unknown, "nothing is said, and anybody may derive from it"),
        new("System.Buffers.ArrayPool`1", SendClass.Synchronized, "api/system.buffers.arraypool-1#thread-safety"),
        new("System.Runtime.CompilerServices.ConditionalWeakTable`2", SendClass.Synchronized, "api/system.runtime.compilerservices.conditionalweaktable-2#thread-safety"),
    ];
}
