using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Sendability;

/// <summary>
/// The types that <c>.editorconfig</c> vouches for or warns of, by metadata name, with commas between them, or bars, or spaces: in
/// that file a semicolon may start a comment. A name of no type does nothing.
/// </summary>
/// <remarks>Thread safety: immutable.</remarks>
internal sealed class SendSettings
{
    internal const string SendableKey = "joinset.sendable_types";
    internal const string NotSendableKey = "joinset.not_sendable_types";

    internal static readonly SendSettings None = new([], []);

    private static readonly char[] s_separators = [',', ';', '|', ' ', '\t'];

    private readonly ImmutableHashSet<string> _sendable;
    private readonly ImmutableHashSet<string> _notSendable;

    private SendSettings(IEnumerable<string> sendable, IEnumerable<string> notSendable)
    {
        _sendable = ImmutableHashSet.CreateRange(StringComparer.Ordinal, sendable);
        _notSendable = ImmutableHashSet.CreateRange(StringComparer.Ordinal, notSendable);
    }

    /// <summary>The settings of all files together: one compilation has one answer for a type.</summary>
    internal static SendSettings In(Compilation compilation, AnalyzerConfigOptionsProvider options)
    {
        var sections = new List<AnalyzerConfigOptions> { options.GlobalOptions };
        sections.AddRange(compilation.SyntaxTrees.Select(options.GetOptions));
        IEnumerable<string> sendable = NamesIn(sections, SendableKey);
        IEnumerable<string> notSendable = NamesIn(sections, NotSendableKey);
        return new SendSettings(sendable, notSendable);
    }

    internal bool IsSendable(string metadataName) => _sendable.Contains(metadataName);

    internal bool IsNotSendable(string metadataName) => _notSendable.Contains(metadataName);

    private static IEnumerable<string> NamesIn(IEnumerable<AnalyzerConfigOptions> sections, string key) => sections
        .Select(section => section.TryGetValue(key, out string? value) ? value : "")
        .Distinct()
        .SelectMany(static value => value.Split(s_separators, StringSplitOptions.RemoveEmptyEntries))
        .Select(static name => name.Trim())
        .Where(static name => name.Length > 0);
}
