namespace JoinSets.Analyzers.Sendability.Tables;

/// <summary>The collections of System.Collections and System.Collections.Generic, and the wrappers around them.</summary>
internal static class CollectionTypes
{
    internal static IReadOnlyList<SendRow> Rows { get; } =
    [
        new("System.Collections.Generic.List`1", SendClass.ReadShareable, "api/system.collections.generic.list-1#thread-safety"),
        new("System.Collections.Generic.Dictionary`2", SendClass.ReadShareable, "api/system.collections.generic.dictionary-2#thread-safety"),
        new("System.Collections.Generic.HashSet`1", SendClass.ReadShareable, "standard/collections/thread-safe/: the classes of System.Collections.Generic provide no synchronization, and can be used where all only read"),
        new("System.Collections.Generic.Queue`1", SendClass.ReadShareable, "api/system.collections.generic.queue-1#thread-safety"),
        new("System.Collections.Generic.Stack`1", SendClass.ReadShareable, "api/system.collections.generic.stack-1#thread-safety"),
        new("System.Collections.Generic.LinkedList`1", SendClass.ReadShareable, "api/system.collections.generic.linkedlist-1#thread-safety"),
        new("System.Collections.Generic.LinkedListNode`1", SendClass.Unknown, "a part of its list, which is judged itself"),
        new("System.Collections.Generic.SortedDictionary`2", SendClass.ReadShareable, "api/system.collections.generic.sorteddictionary-2#thread-safety"),
        new("System.Collections.Generic.SortedList`2", SendClass.ReadShareable, "api/system.collections.generic.sortedlist-2#thread-safety"),
        new("System.Collections.Generic.SortedSet`1", SendClass.ReadShareable, "standard/collections/thread-safe/: the classes of System.Collections.Generic provide no synchronization, and can be used where all only read"),
        new("System.Collections.Generic.PriorityQueue`2", SendClass.ReadShareable, "standard/collections/thread-safe/: the classes of System.Collections.Generic provide no synchronization, and can be used where all only read"),
        new("System.Collections.Generic.OrderedDictionary`2", SendClass.ReadShareable, "standard/collections/thread-safe/: the classes of System.Collections.Generic provide no synchronization, and can be used where all only read"),
        new("System.Collections.ObjectModel.Collection`1", SendClass.ReadShareable, "api/system.collections.objectmodel.collection-1#thread-safety"),
        new("System.Collections.ObjectModel.KeyedCollection`2", SendClass.ReadShareable, "api/system.collections.objectmodel.collection-1#thread-safety: its base, which several may read while nobody modifies it"),
        new("System.Collections.ObjectModel.ObservableCollection`1", SendClass.ReadShareable, "api/system.collections.objectmodel.collection-1#thread-safety: its base, which several may read while nobody modifies it"),
        new("System.Collections.ArrayList", SendClass.ReadShareable, "api/system.collections.arraylist#thread-safety"),
        new("System.Collections.Hashtable", SendClass.Unknown, "api/system.collections.hashtable#thread-safety: one writer and many readers are safe"),
        new("System.Collections.Queue", SendClass.ReadShareable, "api/system.collections.queue#thread-safety"),
        new("System.Collections.Stack", SendClass.ReadShareable, "api/system.collections.stack#thread-safety"),
        new("System.Collections.SortedList", SendClass.ReadShareable, "api/system.collections.sortedlist#thread-safety"),
        new("System.Collections.BitArray", SendClass.ReadShareable, "api/system.collections.bitarray#thread-safety"),
        new("System.Collections.Specialized.NameValueCollection", SendClass.ReadShareable, "api/system.collections.specialized.namevaluecollection#thread-safety"),
        new("System.Collections.Specialized.StringCollection", SendClass.ReadShareable, "api/system.collections.specialized.stringcollection#thread-safety"),
        new("System.Collections.Specialized.StringDictionary", SendClass.ReadShareable, "api/system.collections.specialized.stringdictionary#thread-safety"),
        new("System.Collections.Specialized.ListDictionary", SendClass.ReadShareable, "api/system.collections.specialized.listdictionary#thread-safety"),
        new("System.Collections.Specialized.HybridDictionary", SendClass.ReadShareable, "api/system.collections.specialized.hybriddictionary#thread-safety"),
        new("System.Collections.Specialized.OrderedDictionary", SendClass.ReadShareable, "api/system.collections.specialized.ordereddictionary.system-collections-icollection-issynchronized: false by default"),
        new("System.Collections.Specialized.BitVector32", SendClass.Unknown, "a struct: a copy of it is a value of its own"),
        new("System.Collections.Generic.IEnumerator`1", SendClass.Exclusive, "api/system.collections.generic.ienumerator-1#remarks: Current gives the same object until MoveNext is called, and enumerating is not a thread-safe procedure"),
        new("System.Collections.IEnumerator", SendClass.Exclusive, "api/system.collections.ienumerator#remarks: Current gives the same object until MoveNext is called, and enumerating is not a thread-safe procedure"),
        new("System.Collections.Generic.IAsyncEnumerator`1", SendClass.Exclusive, "api/system.collections.generic.iasyncenumerator-1.movenextasync: advances the enumerator to the next element"),
    ];
}
