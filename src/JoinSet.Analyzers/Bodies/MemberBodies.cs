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
    private readonly ConcurrentDictionary<SyntaxTree, HashSet<SyntaxNode>> _withSets = new();
    private readonly Lazy<SetWords> _words;

    private MemberBodies(Compilation compilation) => _words = new(() => new SetWords(compilation));

    /// <summary>The names by which this compilation speaks of sets.</summary>
    internal SetWords Words => _words.Value;

    internal static MemberBodies In(Compilation compilation) => s_compilations.GetValue(compilation, static compilation => new MemberBodies(compilation));

    /// <summary>The body that the compiler shows, where it speaks of sets; null for all others.</summary>
    internal static MemberBody? WithSets(CodeBlockAnalysisContext context)
    {
        MemberBodies all = In(context.SemanticModel.Compilation);
        return MemberBody.In(context) is { } body && all.SpeaksOfSets(body) ? all.Read(body, context.SemanticModel, context.CancellationToken) : null;
    }

    internal MemberBody? Read(SyntaxNode body, SemanticModel model, CancellationToken cancellationToken)
        => _read.TryGetValue(body, out MemberBody? known) ? known : _read.GetOrAdd(body, MemberBody.Read(body, model, cancellationToken));

    private bool SpeaksOfSets(SyntaxNode body) => _withSets.GetOrAdd(body.SyntaxTree, FindBodies).Contains(body);

    private HashSet<SyntaxNode> FindBodies(SyntaxTree tree)
    {
        SetWords words = Words;
        var bodies = new HashSet<SyntaxNode>();
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
        {
            // A set may come from an expression that names no part of it, and be joined by a loop alone.
            bool speaks = node is SimpleNameSyntax name ? words.Contains(name.Identifier.ValueText) : node is CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 };
            if (speaks && MemberBody.Around(node) is { } body)
            {
                bodies.Add(body);
            }
        }

        return bodies;
    }
}
