using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Bodies;

/// <summary>The outermost body around a piece of source, with the functions nested in it: what the flow analyses look at as one.</summary>
/// <remarks>Thread safety: may be asked by several threads.</remarks>
internal sealed class MemberBody
{
    private readonly ConcurrentDictionary<Type, object> _findings = new();

    private MemberBody(IOperation block, ControlFlowGraph graph)
    {
        Block = block;
        Graph = graph;
    }

    /// <summary>The code itself; of a constructor, with the call of another.</summary>
    internal IOperation Block { get; }

    internal ControlFlowGraph Graph { get; }

    internal Compilation Compilation => Block.SemanticModel!.Compilation;

    /// <summary>The declaration, the arrow, the initializer or the file whose body this node is in; null outside of any.</summary>
    internal static SyntaxNode? Around(SyntaxNode node)
    {
        foreach (SyntaxNode at in node.AncestorsAndSelf())
        {
            switch (at)
            {
                case GlobalStatementSyntax:
                    return at.Parent;
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax:
                case ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax }:
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } }:
                    return at;
                case MemberDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Null where the body nests too deep, or is none that has a graph.</summary>
    internal static MemberBody? Read(SyntaxNode body, SemanticModel model, CancellationToken cancellationToken)
        => !SyntaxDepth.IsSane(body) ? null : model.GetOperation(body, cancellationToken) switch
        {
            IMethodBodyOperation { BlockBody: var block, ExpressionBody: var arrow } method => Of(block ?? arrow, () => ControlFlowGraph.Create(method, cancellationToken)),
            IConstructorBodyOperation constructor => Of(constructor, () => ControlFlowGraph.Create(constructor, cancellationToken)),
            IBlockOperation { Parent: null } block => Of(block, () => ControlFlowGraph.Create(block, cancellationToken)),
            IFieldInitializerOperation field => Of(field, () => ControlFlowGraph.Create(field, cancellationToken)),
            IPropertyInitializerOperation property => Of(property, () => ControlFlowGraph.Create(property, cancellationToken)),
            _ => null,
        };

    /// <summary>What was found out about this body, by the type that says it: whoever asks first has it worked out, and all others get the same.</summary>
    internal TFinding Recall<TFinding>(Func<TFinding> find)
        where TFinding : class
        => (TFinding)(_findings.TryGetValue(typeof(TFinding), out object? known) ? known : _findings.GetOrAdd(typeof(TFinding), find()));

    private static MemberBody? Of(IOperation? block, Func<ControlFlowGraph> graph) => block is null ? null : new MemberBody(block, graph());
}
