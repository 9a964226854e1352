using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Spawns;

/// <summary>The calls of a compilation that look like spawns, by the name of the function that is their work.</summary>
/// <remarks>Thread safety: immutable. A file's calls are found once, and kept as long as its tree.</remarks>
internal sealed class SpawnIndex
{
    private static readonly ConditionalWeakTable<Compilation, SpawnIndex> s_compilations = new();

    private static readonly ConditionalWeakTable<SyntaxTree, InvocationExpressionSyntax[]> s_candidates = new();

    private readonly ILookup<string, InvocationExpressionSyntax> _byWork;

    private SpawnIndex(Compilation compilation)
        => _byWork = compilation.SyntaxTrees
            .SelectMany(static tree => s_candidates.GetValue(tree, Find))
            .ToLookup(static call => NameIn(SpawnSites.WorkOf(call)) ?? "");

    internal static SpawnIndex Of(Compilation compilation) => s_compilations.GetValue(compilation, static compilation => new SpawnIndex(compilation));

    /// <summary>Whether nothing is spawned anywhere.</summary>
    internal bool IsEmpty => _byWork.Count == 0;

    /// <summary>The calls that are given a function of this name: what they are called on is not known yet.</summary>
    internal IEnumerable<InvocationExpressionSyntax> Giving(string name) => _byWork[name];

    private static InvocationExpressionSyntax[] Find(SyntaxTree tree)
        => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Where(static call => SpawnSites.WorkOf(call) is not null).ToArray();

    private static string? NameIn(ExpressionSyntax? work) => work switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
