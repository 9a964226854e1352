using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using JoinSets.Analyzers.Flow;
using JoinSets.Analyzers.Hops;
using JoinSets.Analyzers.Symbols;
using JoinSets.Analyzers.Typestate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace JoinSets.Analyzers.Sharing;

/// <summary>
/// Who shares what in a body: worked out once, whichever rule asks first. The compiler gives every analyzer the same graph, and the
/// answer hangs on it.
/// </summary>
internal static class SharedVariables
{
    private static readonly ConditionalWeakTable<ControlFlowGraph, StrongBox<ShareBook?>> s_known = new();

    /// <summary>Null where the body spawns nothing, or is beyond the analysis.</summary>
    internal static ShareBook? In(OperationBlockAnalysisContext context, IOperation block, KnownSymbols symbols)
    {
        bool checksHops = symbols.ChecksHops && HopSwitch.IsOn(context.Options.AnalyzerConfigOptionsProvider, block.Syntax.SyntaxTree);
        if (block.SemanticModel is null || !(MaySpawn(block.Syntax) || (checksHops && MayHop(block.Syntax))) || !SyntaxDepth.IsSane(block.Syntax))
        {
            return null;
        }

        ControlFlowGraph graph = context.GetControlFlowGraph(block);
        if (s_known.TryGetValue(graph, out StrongBox<ShareBook?>? known))
        {
            return known.Value;
        }

        ShareBook? book = Follow(block, graph, symbols, checksHops);
        return s_known.GetValue(graph, _ => new StrongBox<ShareBook?>(book)).Value;
    }

    private static bool MaySpawn(SyntaxNode syntax) => syntax
        .DescendantNodes(static node => node is not MemberDeclarationSyntax or GlobalStatementSyntax)
        .Any(static node => node is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax or MemberBindingExpressionSyntax } name && SpawnCall.IsSpawn(name.Identifier.ValueText));

    private static bool MayHop(SyntaxNode syntax) => syntax
        .DescendantNodes(static node => node is not MemberDeclarationSyntax or GlobalStatementSyntax)
        .Any(static node => node is SimpleNameSyntax name && HopCalls.IsHopName(name.Identifier.ValueText) || node is ImplicitObjectCreationExpressionSyntax);

    private static ShareBook? Follow(IOperation block, ControlFlowGraph graph, KnownSymbols symbols, bool checksHops)
    {
        BodyCode body = BodyReader.Read(block, symbols, checksHops);
        if (body.Spawns.Count == 0)
        {
            return null;
        }

        var guards = new GuardReader(body);
        var book = new ShareBook(body, guards);
        foreach (ControlFlowGraph function in FunctionGraphs.AllIn(graph))
        {
            FunctionCode? code = function == graph ? body.Functions[0] : body.FunctionAt(function.OriginalOperation.Syntax);
            if (code is not null && !TryFollow(function, code, book, guards, symbols))
            {
                return null;
            }
        }

        return book;
    }

    private static bool TryFollow(ControlFlowGraph graph, FunctionCode code, ShareBook book, GuardReader guards, KnownSymbols symbols)
    {
        ImmutableArray<SpawnCall> tasks = CodeWalk.OfCall(code, guards).Spawns.Distinct().ToImmutableArray();
        var ledger = new TaskLedger(tasks, book);
        if (ledger.IsEmpty)
        {
            return true;
        }

        var events = new EventReader(graph, code, book.Body, guards, symbols);
        return new FlowSolver<Pending>(graph, new PendingDomain(ledger, events), CancellationToken.None).TrySolve(ledger.Start);
    }
}
