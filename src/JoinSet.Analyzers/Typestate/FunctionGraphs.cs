using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Typestate;

/// <summary>The graph of a body and of all functions nested in it.</summary>
internal static class FunctionGraphs
{
    internal static IEnumerable<ControlFlowGraph> AllIn(ControlFlowGraph outermost)
    {
        var pending = new Stack<ControlFlowGraph>();
        pending.Push(outermost);
        while (pending.Count > 0)
        {
            ControlFlowGraph graph = pending.Pop();
            yield return graph;
            foreach (IMethodSymbol function in graph.LocalFunctions)
            {
                pending.Push(graph.GetLocalFunctionControlFlowGraph(function));
            }

            foreach (IFlowAnonymousFunctionOperation function in LambdasIn(graph))
            {
                pending.Push(graph.GetAnonymousFunctionControlFlowGraph(function));
            }
        }
    }

    /// <summary>Whether the node belongs to this function, and not to one nested in it.</summary>
    internal static bool Owns(ControlFlowGraph graph, SyntaxNode node)
    {
        SyntaxNode body = graph.OriginalOperation.Syntax;
        SyntaxNode? function = node.FirstAncestorOrSelf<SyntaxNode>(static at => at is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
        bool isNested = body is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;
        SyntaxNode? owner = isNested ? body : body.FirstAncestorOrSelf<SyntaxNode>(static at => at is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
        return body.Span.Contains(node.Span) && (isNested || owner is not null ? ReferenceEquals(function, owner) : function is null);
    }

    private static IEnumerable<IFlowAnonymousFunctionOperation> LambdasIn(ControlFlowGraph graph)
    {
        foreach (BasicBlock block in graph.Blocks)
        {
            foreach (IOperation operation in block.Operations)
            {
                foreach (IFlowAnonymousFunctionOperation function in operation.DescendantsAndSelf().OfType<IFlowAnonymousFunctionOperation>())
                {
                    yield return function;
                }
            }

            foreach (IFlowAnonymousFunctionOperation function in block.BranchValue?.DescendantsAndSelf().OfType<IFlowAnonymousFunctionOperation>() ?? [])
            {
                yield return function;
            }
        }
    }
}
