using JoinSets.Analyzers.Typestate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Neighbours;

/// <summary>The outermost body around a piece of source: what the compiler analyses as one.</summary>
internal static class EnclosingBody
{
    /// <summary>The declaration, the arrow or the initializer whose body it is; null outside of any.</summary>
    internal static SyntaxNode? Of(SyntaxNode node)
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

    /// <summary>Its graph; null where it nests too deep, or is none that has a graph.</summary>
    internal static ControlFlowGraph? GraphOf(SyntaxNode body, SemanticModel model, CancellationToken cancellationToken)
        => !SyntaxDepth.IsSane(body) ? null : model.GetOperation(body, cancellationToken) switch
        {
            IMethodBodyOperation method => ControlFlowGraph.Create(method, cancellationToken),
            IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor, cancellationToken),
            IBlockOperation { Parent: null } block => ControlFlowGraph.Create(block, cancellationToken),
            IFieldInitializerOperation field => ControlFlowGraph.Create(field, cancellationToken),
            IPropertyInitializerOperation property => ControlFlowGraph.Create(property, cancellationToken),
            _ => null,
        };
}
