namespace JoinSets.Analyzers.Rules;

/// <summary>A member that blocks its thread, and what waits in its place without a thread.</summary>
/// <param name="type">The full name of the type that declares it; types derived from that one block as well.</param>
/// <param name="name">The member.</param>
/// <param name="counterpart">The awaitable member: of the same type, or <c>Type.Member</c>; null where there is none.</param>
internal sealed class BlockingMember(string type, string name, string? counterpart)
{
    internal string Type => type;

    internal string Name => name;

    internal string? Counterpart => counterpart;

    /// <summary>Reading and writing, which block only where something other than memory is behind the stream.</summary>
    internal bool IsStream => type is "System.IO.Stream" or "System.IO.TextReader" or "System.IO.TextWriter";

    /// <summary>The member as a message names it: <c>Thread.Sleep</c>.</summary>
    internal string Display => $"{type.Substring(type.LastIndexOf('.') + 1)}.{name}";
}
