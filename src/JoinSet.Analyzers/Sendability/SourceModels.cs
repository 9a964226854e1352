using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sendability;

/// <summary>The semantic models of the files in which shared things stand: made when one is asked for, and kept as long as the compilation.</summary>
/// <remarks>Thread safety: may be asked by several threads.</remarks>
internal sealed class SourceModels
{
    private static readonly ConditionalWeakTable<Compilation, SourceModels> s_compilations = new();

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();

    private SourceModels(Compilation compilation) => Compilation = compilation;

    internal Compilation Compilation { get; }

    internal static SourceModels In(Compilation compilation) => s_compilations.GetValue(compilation, static compilation => new SourceModels(compilation));

    /// <param name="tree">A file of this compilation.</param>
    internal SemanticModel Of(SyntaxTree tree) => _models.GetOrAdd(tree, Make);

#pragma warning disable RS1030 // what is shared may stand in another file than the task that shares it; only files are asked for in which shared types, or methods that tasks run, stand
    private SemanticModel Make(SyntaxTree tree) => Compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
}
