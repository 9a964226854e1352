namespace JoinSets.Analyzers.Sendability;

/// <summary>One type of the tables.</summary>
/// <remarks>Thread safety: immutable.</remarks>
internal sealed class SendRow(string type, SendClass sendClass, string source)
{
    /// <summary>Where the pages are that a source names without a host.</summary>
    internal const string Pages = "https://learn.microsoft.com/dotnet/";

    /// <summary>Its metadata name.</summary>
    internal string Type { get; } = type;

    internal SendClass Class { get; } = sendClass;

    /// <summary>Where the documentation says so: a page, its section after '#', and what it says after ':'.</summary>
    internal string Source { get; } = source;
}
