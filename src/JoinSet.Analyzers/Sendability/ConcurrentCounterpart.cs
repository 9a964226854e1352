using System.Collections.Immutable;
using JoinSets.Analyzers.Sendability.Tables;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sendability;

/// <summary>A type that is made for several threads and can stand in for one that is not, where each use of it has a counterpart.</summary>
/// <remarks>Thread safety: immutable.</remarks>
internal sealed class ConcurrentCounterpart
{
    private readonly ImmutableDictionary<(string Member, int Arguments), string> _forms;

    /// <param name="type">The metadata name of the type that is replaced.</param>
    /// <param name="name">The metadata name of the type that replaces it.</param>
    /// <param name="arguments">The type arguments of the replacement, in which {0} and {1} stand for those of the replaced type.</param>
    /// <param name="forms">Rows of <c>Member/arguments</c> and what it becomes, with {0} and {1} for the arguments; of a property or an indexer, the number is that of the indexes.</param>
    internal ConcurrentCounterpart(string type, string name, string arguments, params (string Use, string Form)[] forms)
    {
        Type = type;
        Name = name;
        Arguments = arguments;
        _forms = forms.ToImmutableDictionary(static form => Parse(form.Use), static form => form.Form);
    }

    /// <summary>The metadata name of the type that is replaced.</summary>
    internal string Type { get; }

    /// <summary>The metadata name of the type that replaces it.</summary>
    internal string Name { get; }

    /// <summary>Its type arguments: <c>{0}, byte</c>.</summary>
    internal string Arguments { get; }

    /// <summary>The uses that have a counterpart.</summary>
    internal IEnumerable<(string Member, int Arguments, string Form)> Forms => _forms.Select(static form => (form.Key.Member, form.Key.Arguments, form.Value));

    /// <summary>What can stand in for a type, best first.</summary>
    internal static IEnumerable<ConcurrentCounterpart> Of(INamedTypeSymbol type)
    {
        string name = MetadataNames.Of(type);
        return Counterparts.Rows.Where(row => row.Type == name);
    }

    /// <summary>What a use of a member becomes: <c>Enqueue({0})</c> for the call of <c>Add</c> with one argument. Null: nothing does the same.</summary>
    internal string? FormOf(string member, int arguments) => _forms.TryGetValue((member, arguments), out string? form) ? form : null;

    private static (string Member, int Arguments) Parse(string use)
    {
        int slash = use.IndexOf('/');
        return (use.Substring(0, slash), use[slash + 1] - '0');
    }
}
