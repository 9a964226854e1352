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
    /// <summary>Null where the body spawns nothing, or is beyond the analysis.</summary>
    internal static ShareBook? In(CodeBlockAnalysisContext context, KnownSymbols symbols)
    {
        if (MemberBody.In(context) is not { } syntax)
        {
            return null;
        }

        bool checksHops = symbols.ChecksHops && HopSwitch.IsOn(context.Options.AnalyzerConfigOptionsProvider, syntax.SyntaxTree);
        MemberBody? body = checksHops && MayHop(syntax)
            ? MemberBodies.In(context.SemanticModel.Compilation).Read(syntax, context.SemanticModel, context.CancellationToken)
            : MemberBodies.WithSets(context);
        return body?.Recall(() => new StrongBox<ShareBook?>(checksHops || MaySpawn(syntax) ? Follow(body, symbols, checksHops) : null)).Value;
    }

    private static bool MaySpawn(SyntaxNode syntax) => syntax
        .DescendantNodes(node => node == syntax || node is not MemberDeclarationSyntax or GlobalStatementSyntax)
        .Any(static node => node is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax or MemberBindingExpressionSyntax } name && SpawnCall.IsSpawn(name.Identifier.ValueText));

    private static bool MayHop(SyntaxNode syntax) => syntax
        .DescendantNodes(node => node == syntax || node is not MemberDeclarationSyntax or GlobalStatementSyntax)
        .Any(static node => node is SimpleNameSyntax name && HopCalls.IsHopName(name.Identifier.ValueText) || node is ImplicitObjectCreationExpressionSyntax);

    private static ShareBook? Follow(MemberBody member, KnownSymbols symbols, bool checksHops)
    {
        BodyCode body = BodyReader.Read(member.Block, symbols, checksHops);
        if (body.Spawns.Count == 0)
        {
            return null;
        }

        var guards = new GuardReader(body);
        var book = new ShareBook(body, guards);
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
