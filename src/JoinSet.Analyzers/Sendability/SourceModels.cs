using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sendability;

/// <summary>The semantic models of the files in which shared types stand: made when one is asked for, and kept for the next question.</summary>
/// <remarks>Thread safety: may be asked by several threads.</remarks>
internal sealed class SourceModels(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();

    internal Compilation Compilation => compilation;

    /// <param name="tree">A file of this compilation.</param>
    internal SemanticModel Of(SyntaxTree tree) => _models.GetOrAdd(tree, Make);

#pragma warning disable RS1030 // what is shared may stand in another file than the task that shares it; only files of types that are shared are asked for
    private SemanticModel Make(SyntaxTree tree) => compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
}
