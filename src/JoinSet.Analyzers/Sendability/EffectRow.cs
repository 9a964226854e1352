namespace JoinSets.Analyzers.Sendability;

/// <summary>What the members of one type do to the object they are used on. A name stands for all its overloads.</summary>
/// <remarks>Thread safety: immutable.</remarks>
/// <param name="type">The metadata name of the type that declares them.</param>
/// <param name="reads">Members that look.</param>
/// <param name="writes">Members that change it.</param>
/// <param name="ignores">Members that may be used by anybody at any time.</param>
/// <param name="open">Members of which nothing is said, where the class of the type would say something.</param>
internal sealed class EffectRow(string type, string reads = "", string writes = "", string ignores = "", string open = "")
{
    internal string Type { get; } = type;

    internal IReadOnlyList<string> Reads { get; } = Names(reads);

    internal IReadOnlyList<string> Writes { get; } = Names(writes);

    internal IReadOnlyList<string> Ignores { get; } = Names(ignores);

    internal IReadOnlyList<string> Open { get; } = Names(open);

    private static string[] Names(string list) => list.Split([' '], StringSplitOptions.RemoveEmptyEntries);
}
