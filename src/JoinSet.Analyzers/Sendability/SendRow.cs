namespace JoinSets.Analyzers.Sendability;

/// <summary>One type of the tables.</summary>
/// <remarks>Thread safety: immutable.</remarks>
internal sealed class SendRow(string type, SendClass sendClass, string source)
{
    /// <summary>Its metadata name.</summary>
    internal string Type { get; } = type;

    internal SendClass Class { get; } = sendClass;

    /// <summary>Where the documentation says so: a page, and its section after '#'.</summary>
    internal string Source { get; } = source;
}
