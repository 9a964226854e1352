using System.Runtime.CompilerServices;
using JoinSets.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Spawns;

/// <summary>The calls of a compilation that look like spawns, by the name of the function that is their work.</summary>
/// <remarks>Thread safety: immutable. A file's calls are found once, and kept as long as its tree.</remarks>
internal sealed class SpawnIndex
{
    private static readonly ConditionalWeakTable<Compilation, SpawnIndex> s_compilations = new();

    private static readonly ConditionalWeakTable<SyntaxTree, InvocationExpressionSyntax[]> s_calls = new();

    private readonly ILookup<string, InvocationExpressionSyntax> _byWork;
    private readonly WordTable _works;

    private SpawnIndex(Compilation compilation)
    {
        _byWork = compilation.SyntaxTrees
            .SelectMany(CallsIn)
            .Where(static call => SpawnSites.WorkOf(call) is not null)
            .ToLookup(static call => NameIn(SpawnSites.WorkOf(call)) ?? "");
        _works = new WordTable(_byWork.Select(static calls => calls.Key));
    }

    internal static SpawnIndex Of(Compilation compilation) => s_compilations.GetValue(compilation, static compilation => new SpawnIndex(compilation));

    /// <summary>The calls that are given a function of this name: what they are called on is not known yet.</summary>
    internal IEnumerable<InvocationExpressionSyntax> Giving(string name) => _byWork[name];

    /// <summary>The calls of one file that are named like a spawn, in the order of the source.</summary>
    internal static InvocationExpressionSyntax[] CallsIn(SyntaxTree file) => s_calls.GetValue(file, Find);

    /// <summary>Whether some code of a file may run in a task: it spawns something, or has a function of the name that is given to a spawn elsewhere.</summary>
    internal bool MayRunCodeOf(SyntaxTree file) => _byWork.Count > 0 && (CallsIn(file).Length > 0 || FileWords.Of(file).MaySay(_works));

    /// <summary>The functions of a file that may be the work of a spawn: lambdas that are given to one, and what has the name of one.</summary>
    internal IEnumerable<SyntaxNode> WorksIn(SyntaxTree file) => CallsIn(file)
        .Select(SpawnSites.WorkOf)
        .OfType<AnonymousFunctionExpressionSyntax>()
        .Concat(FileWords.Of(file).Declarations(_works).Select(FunctionOf).OfType<SyntaxNode>());

    // Func<…> work = ct => …;
    private static SyntaxNode? FunctionOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value } => value as AnonymousFunctionExpressionSyntax,
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => declaration,
        _ => null,
    };

    private static InvocationExpressionSyntax[] Find(SyntaxTree tree) => FileWords.Of(tree).Places(WordTable.Empty)
        .OfType<SimpleNameSyntax>()
        .Where(static name => name.Identifier.ValueText.StartsWith("Spawn", StringComparison.Ordinal))
        .Select(CallOf)
        .OfType<InvocationExpressionSyntax>()
        .ToArray();

    private static InvocationExpressionSyntax? CallOf(SimpleNameSyntax name)
    {
        SyntaxNode? callee = name.Parent is MemberAccessExpressionSyntax access && access.Name != name ? null : name.Parent;
        return callee?.Parent is InvocationExpressionSyntax call && call.Expression == callee && SpawnSites.NameOf(call) is not null ? call : null;
    }

    private static string? NameIn(ExpressionSyntax? work) => work switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
