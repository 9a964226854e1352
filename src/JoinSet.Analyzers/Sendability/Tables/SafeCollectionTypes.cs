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
        new("System.Collections.Immutable.ImmutableArray`1", SendClass.Immutable, "api/system.collections.immutable.immutablearray-1"),
        new("System.Collections.Immutable.ImmutableList`1", SendClass.Immutable, "api/system.collections.immutable.immutablelist-1#thread-safety"),
        new("System.Collections.Immutable.ImmutableDictionary`2", SendClass.Immutable, "api/system.collections.immutable.immutabledictionary-2"),
        new("System.Collections.Immutable.ImmutableHashSet`1", SendClass.Immutable, "api/system.collections.immutable.immutablehashset-1"),
        new("System.Collections.Immutable.ImmutableQueue`1", SendClass.Immutable, "api/system.collections.immutable.immutablequeue-1"),
        new("System.Collections.Immutable.ImmutableStack`1", SendClass.Immutable, "api/system.collections.immutable.immutablestack-1"),
        new("System.Collections.Immutable.ImmutableSortedDictionary`2", SendClass.Immutable, "api/system.collections.immutable.immutablesorteddictionary-2"),
        new("System.Collections.Immutable.ImmutableSortedSet`1", SendClass.Immutable, "api/system.collections.immutable.immutablesortedset-1"),
        new("System.Collections.Immutable.IImmutableList`1", SendClass.Immutable, "api/system.collections.immutable.iimmutablelist-1"),
        new("System.Collections.Immutable.IImmutableDictionary`2", SendClass.Immutable, "api/system.collections.immutable.iimmutabledictionary-2"),
        new("System.Collections.Immutable.IImmutableSet`1", SendClass.Immutable, "api/system.collections.immutable.iimmutableset-1"),
        new("System.Collections.Immutable.IImmutableQueue`1", SendClass.Immutable, "api/system.collections.immutable.iimmutablequeue-1"),
        new("System.Collections.Immutable.IImmutableStack`1", SendClass.Immutable, "api/system.collections.immutable.iimmutablestack-1"),
        new("System.Collections.Immutable.ImmutableArray`1+Builder", SendClass.ReadShareable, "api/system.collections.immutable.immutablearray-1.builder: a builder is a mutable collection"),
        new("System.Collections.Immutable.ImmutableList`1+Builder", SendClass.ReadShareable, "api/system.collections.immutable.immutablelist-1.builder#remarks: may be read by many threads while nobody writes"),
        new("System.Collections.Immutable.ImmutableDictionary`2+Builder", SendClass.ReadShareable, "api/system.collections.immutable.immutabledictionary-2.builder: a builder is a mutable collection"),
        new("System.Collections.Immutable.ImmutableHashSet`1+Builder", SendClass.ReadShareable, "api/system.collections.immutable.immutablehashset-1.builder: a builder is a mutable collection"),
        new("System.Collections.Immutable.ImmutableSortedDictionary`2+Builder", SendClass.ReadShareable, "api/system.collections.immutable.immutablesorteddictionary-2.builder: a builder is a mutable collection"),
        new("System.Collections.Immutable.ImmutableSortedSet`1+Builder", SendClass.ReadShareable, "api/system.collections.immutable.immutablesortedset-1.builder: a builder is a mutable collection"),
        new("System.Collections.Frozen.FrozenDictionary`2", SendClass.Immutable, "api/system.collections.frozen.frozendictionary-2"),
        new("System.Collections.Frozen.FrozenSet`1", SendClass.Immutable, "api/system.collections.frozen.frozenset-1"),
        new("System.Buffers.SearchValues`1", SendClass.Immutable, "api/system.buffers.searchvalues-1: immutable, read-only set of values"),
        new("System.Buffers.ArrayBufferWriter`1", SendClass.ReadShareable, "api/system.buffers.arraybufferwriter-1"),
        new("System.Buffers.MemoryPool`1", SendClass.Synchronized, "api/system.buffers.memorypool-1"),
        new("System.Buffers.ArrayPool`1", SendClass.Synchronized, "api/system.buffers.arraypool-1#remarks: this class is thread-safe"),
        new("System.Runtime.CompilerServices.ConditionalWeakTable`2", SendClass.Synchronized, "api/system.runtime.compilerservices.conditionalweaktable-2#remarks: this type is thread safe"),
    ];
}
