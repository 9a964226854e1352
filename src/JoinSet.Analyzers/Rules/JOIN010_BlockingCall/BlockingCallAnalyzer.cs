using System.Collections.Immutable;
using JoinSets.Analyzers.Bodies;
using JoinSets.Analyzers.Spawns;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Rules;

/// <summary>JOIN010: a spawned delegate blocks a thread that it should give back while it waits.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingCallAnalyzer : JoinSetAnalyzer
{
    internal const string Id = "JOIN010";

    /// <summary>The diagnostic property that names what to await.</summary>
    internal const string Counterpart = "Counterpart";

    private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.Warning(
        Id,
        title: "A spawned task blocks its thread",
        message: "'{0}' blocks the thread of the task that {1} spawns: {2}",
        description: "Spawn, SpawnOn and SpawnEach run their work on threads that many tasks share. A task that blocks one while it waits keeps the others from running; "
            + "enough of them starve the thread pool. Await the asynchronous counterpart, or give the work to SpawnBlocking, which has threads for it.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
        => context.RegisterSemanticModelAction(file =>
        {
            SyntaxTree tree = file.SemanticModel.SyntaxTree;
            if (!SpawnIndex.Of(file.SemanticModel.Compilation).MayRunCodeOf(tree))
            {
                return;
            }

            foreach (SyntaxNode place in FileWords.Of(tree).Names(BlockingPlace.Names).Select(BlockingPlace.NamedBy).OfType<SyntaxNode>())
            {
                Analyze(file, place, symbols);
            }
        });

    private static void Analyze(SemanticModelAnalysisContext context, SyntaxNode syntax, KnownSymbols symbols)
    {
        if (context.SemanticModel.GetOperation(syntax, context.CancellationToken) is not { } operation
            || BlockingPlace.In(operation) is not { } place)
        {
            return;
        }

        var code = new SpawnedCode(context.SemanticModel, symbols, IsOnSharedThreads, context.CancellationToken);
        if (code.SpawnAround(syntax) is { } spawn)
        {
            context.ReportDiagnostic(Describe(place, syntax, spawn));
        }
    }

    /// <summary>What SpawnLocal runs blocks the caller's own thread, which is the caller's business.</summary>
    private static bool IsOnSharedThreads(InvocationExpressionSyntax spawn) => SpawnSites.NameOf(spawn) != "SpawnLocal";

    private static Diagnostic Describe(BlockingPlace place, SyntaxNode syntax, InvocationExpressionSyntax spawn)
    {
        Location[] spawns = [spawn.GetLocation()];
        string advice = place.Counterpart switch
        {
            null => "give such work to SpawnBlocking",
            BlockingMembers.TheTask => "await the task instead, or give the work to SpawnBlocking",
            _ => $"await '{place.Counterpart}' instead, or give the work to SpawnBlocking",
        };
        return Diagnostic.Create(
            s_rule, syntax.GetLocation(), spawns, ImmutableDictionary<string, string?>.Empty.Add(Counterpart, place.Counterpart), place.Name, LineList.Of(spawns), advice);
    }
}
