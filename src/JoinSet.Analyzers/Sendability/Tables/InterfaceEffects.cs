namespace JoinSets.Analyzers.Sendability.Tables;

/// <summary>What the methods of the collections' interfaces do, where the object behind one is known to be a collection.</summary>
internal static class InterfaceEffects
{
    internal static IReadOnlyList<EffectRow> Rows { get; } =
    [
        new("System.Collections.IEnumerable", "GetEnumerator"),
        new("System.Collections.Generic.IEnumerable`1", "GetEnumerator"),
        new("System.Collections.ICollection", "CopyTo"),
        new("System.Collections.IList", "Contains IndexOf", "Add Clear Insert Remove RemoveAt"),
        new("System.Collections.IDictionary", "Contains GetEnumerator", "Add Clear Remove"),
        new("System.Collections.Generic.ICollection`1", "Contains CopyTo", "Add Clear Remove"),
        new("System.Collections.Generic.IList`1", "IndexOf", "Insert RemoveAt"),
        new("System.Collections.Generic.IDictionary`2", "ContainsKey TryGetValue", "Add Remove"),
        new("System.Collections.Generic.ISet`1",
            "IsProperSubsetOf IsProperSupersetOf IsSubsetOf IsSupersetOf Overlaps SetEquals",
            "Add ExceptWith IntersectWith SymmetricExceptWith UnionWith"),
        new("System.Collections.Generic.IReadOnlyDictionary`2", "ContainsKey TryGetValue"),
        new("System.Collections.Generic.IReadOnlySet`1", "Contains IsProperSubsetOf IsProperSupersetOf IsSubsetOf IsSupersetOf Overlaps SetEquals"),
    ];
}
