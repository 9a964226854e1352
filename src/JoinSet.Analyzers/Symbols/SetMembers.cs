using System.Collections.Immutable;

namespace JoinSets.Analyzers.Symbols;

/// <summary>The post-states of the set's members as one table. A test compares it with the public surface of the runtime.</summary>
internal static class SetMembers
{
    private static readonly ImmutableDictionary<string, SetEffect> s_effects = new Dictionary<string, SetEffect>
    {
        ["Spawn"] = SetEffect.Fills,
        ["SpawnOn"] = SetEffect.Fills,
        ["SpawnLocal"] = SetEffect.Fills,
        ["SpawnBlocking"] = SetEffect.Fills,
        ["SpawnEach"] = SetEffect.Fills,
        ["Add"] = SetEffect.Fills,
        ["JoinNextAsync"] = SetEffect.JoinsOne,
        ["TryJoinNext"] = SetEffect.JoinsOne,
        ["JoinAllAsync"] = SetEffect.JoinsAll,
        ["JoinEachAsync"] = SetEffect.JoinsAll,
        ["GetAsyncEnumerator"] = SetEffect.JoinsAll,
        ["ShutdownAsync"] = SetEffect.JoinsAll,
        ["DetachAll"] = SetEffect.Detaches,
        ["AbortAll"] = SetEffect.Aborts,
        ["Dispose"] = SetEffect.Disposes,
        ["DisposeAsync"] = SetEffect.Disposes,
        ["Count"] = SetEffect.Looks,
        ["IsEmpty"] = SetEffect.Looks,
        ["Name"] = SetEffect.Looks,
        ["ToString"] = SetEffect.Looks,
    }.ToImmutableDictionary();

    /// <summary>Every member that has a row.</summary>
    internal static IEnumerable<string> Names => s_effects.Keys;

    /// <summary>What the member does to the set, by its name: overloads of one name never differ in this.</summary>
    internal static SetEffect EffectOf(string member)
        => s_effects.TryGetValue(member, out SetEffect effect) ? effect : SetEffect.Unknown;
}
