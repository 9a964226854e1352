using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Bodies;

/// <summary>
/// The bodies of a compilation that somebody has asked for. The compiler is asked to make the operations and the graph of a body only
/// where the source says that there is something to look at, and once for all rules.
/// </summary>
/// <remarks>Thread safety: may be asked by several threads; two may read the same body, and both get the one that was kept.</remarks>
internal sealed class MemberBodies
{
    private static readonly ConditionalWeakTable<Compilation, MemberBodies> s_compilations = new();

    private readonly ConcurrentDictionary<SyntaxNode, MemberBody?> _read = new();
    private readonly ConcurrentDictionary<SyntaxTree, IReadOnlyList<SyntaxNode>> _places = new();
    private readonly Lazy<SetWords> _words;

    private MemberBodies(Compilation compilation) => _words = new(() => new SetWords(compilation));

    /// <summary>The names by which this compilation speaks of sets.</summary>
    internal SetWords Words => _words.Value;

    internal static MemberBodies In(Compilation compilation) => s_compilations.GetValue(compilation, static compilation => new MemberBodies(compilation));

    /// <summary>The bodies of a file that speak of sets.</summary>
    internal static IEnumerable<MemberBody> WithSets(SemanticModelAnalysisContext context)
    {
        MemberBodies all = In(context.SemanticModel.Compilation);
        return all.SourcesIn(context.SemanticModel.SyntaxTree).Select(body => all.Read(body, context.SemanticModel, context.CancellationToken)).OfType<MemberBody>();
    }

    internal MemberBody? Read(SyntaxNode body, SemanticModel model, CancellationToken cancellationToken)
        => _read.TryGetValue(body, out MemberBody? known) ? known : _read.GetOrAdd(body, MemberBody.Read(body, model, cancellationToken));

    /// <summary>The places of a file that speak of sets: names, and loops that await.</summary>
    internal IReadOnlyList<SyntaxNode> PlacesIn(SyntaxTree tree) => _places.GetOrAdd(tree, Find);

    /// <summary>The bodies around them, not read yet.</summary>
    internal IEnumerable<SyntaxNode> SourcesIn(SyntaxTree tree) => PlacesIn(tree).Select(MemberBody.Around).OfType<SyntaxNode>().Distinct();

    private IReadOnlyList<SyntaxNode> Find(SyntaxTree tree) => FileWords.Of(tree).Places(Words.Others).ToArray();
}
