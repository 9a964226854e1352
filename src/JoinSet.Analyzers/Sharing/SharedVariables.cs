using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using JoinSets.Analyzers.Bodies;
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
/// Who shares what in a body: worked out once, whichever rule asks first, and kept as long as the body.
/// </summary>
internal static class SharedVariables
{
    private static readonly ConditionalWeakTable<SyntaxTree, SyntaxNode[]> s_hopping = new();

    /// <summary>One book for each body of a file; none for a body that spawns nothing, or is beyond the analysis.</summary>
    internal static IEnumerable<ShareBook> In(SemanticModelAnalysisContext context, KnownSymbols symbols)
    {
        MemberBodies all = MemberBodies.In(context.SemanticModel.Compilation);
        SyntaxTree file = context.SemanticModel.SyntaxTree;
        bool checksHops = symbols.ChecksHops && HopSwitch.IsOn(context.Options.AnalyzerConfigOptionsProvider, file);
        IEnumerable<SyntaxNode> sources = checksHops ? all.SourcesIn(file).Union(s_hopping.GetValue(file, FindHopping)) : all.SourcesIn(file);
        return sources.Select(source => In(source, all.Read(source, context.SemanticModel, context.CancellationToken), symbols, checksHops)).OfType<ShareBook>();
    }

    private static ShareBook? In(SyntaxNode source, MemberBody? body, KnownSymbols symbols, bool checksHops)
        => body?.Recall(() => new StrongBox<ShareBook?>(checksHops || MaySpawn(source) ? Follow(body, symbols, checksHops) : null)).Value;

    private static bool MaySpawn(SyntaxNode syntax) => syntax
        .DescendantNodes(node => node == syntax || node is not MemberDeclarationSyntax or GlobalStatementSyntax)
        .Any(static node => node is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax or MemberBindingExpressionSyntax } name && SpawnCall.IsSpawn(name.Identifier.ValueText));

    // The bodies of a file that may take something to another thread without a set.
    private static SyntaxNode[] FindHopping(SyntaxTree file) => file.GetRoot()
        .DescendantNodes()
        .Where(static node => node is SimpleNameSyntax name && HopCalls.IsHopName(name.Identifier.ValueText) || node is ImplicitObjectCreationExpressionSyntax)
        .Select(MemberBody.Around)
        .OfType<SyntaxNode>()
        .Distinct()
        .ToArray();

    private static ShareBook? Follow(MemberBody member, KnownSymbols symbols, bool checksHops)
    {
        BodyCode body = BodyReader.Read(member.Block, symbols, checksHops);
        if (body.Spawns.Count == 0)
        {
            return null;
        }

        var guards = new GuardReader(body);
        var book = new ShareBook(body, guards);
        if (!book.MayBeJudged)
        {
            return null;
        }

        foreach (ControlFlowGraph function in FunctionGraphs.AllIn(member.Graph))
        {
            FunctionCode? code = function == member.Graph ? body.Functions[0] : body.FunctionAt(function.OriginalOperation.Syntax);
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
