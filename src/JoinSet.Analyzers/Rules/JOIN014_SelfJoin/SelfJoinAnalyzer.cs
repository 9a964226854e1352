using System.Collections.Immutable;
using JoinSets.Analyzers.Spawns;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Rules;

/// <summary>JOIN014: a task of a set waits until the set is empty, and so for itself.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SelfJoinAnalyzer : JoinSetAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.Warning(
        "JOIN014",
        title: "A task waits for the set that it is in",
        message: "'{0}' is waited for by a task of its own, spawned on {1}: the task waits for itself, and that never ends{2}",
        description: "A task stays in its set until it has ended and was joined. One that waits until its own set is empty waits for its own end, which cannot come. "
            + "Wait outside the set, or give the tasks that are to be waited for a set of their own.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
        => context.RegisterSemanticModelAction(file =>
        {
            foreach (InvocationExpressionSyntax call in SpawnIndex.CallsIn(file.SemanticModel.SyntaxTree))
            {
                Analyze(file, call, symbols);
            }
        });

    private static void Analyze(SemanticModelAnalysisContext context, InvocationExpressionSyntax call, KnownSymbols symbols)
    {
        foreach (SetWait wait in WaitsOf(call, context.SemanticModel, symbols))
        {
            if (IsToldBefore(wait, call, context.SemanticModel, symbols))
            {
                continue;
            }

            Location spawn = call.GetLocation();
            string end = wait.IsCancellable ? " unless it is cancelled" : "";
            context.ReportDiagnostic(Diagnostic.Create(s_rule, wait.Place.GetLocation(), [spawn], wait.Set.Name, LineList.Of([spawn]), end));
        }
    }

    private static IReadOnlyList<SetWait> WaitsOf(InvocationExpressionSyntax call, SemanticModel model, KnownSymbols symbols)
        => TaskCode.Of(call, model, symbols) is { } task ? new WaitSearch(task, model, symbols).Waits() : [];

    /// <summary>Code that several spawns run is reported once, with the first of them.</summary>
    private static bool IsToldBefore(SetWait wait, InvocationExpressionSyntax call, SemanticModel model, KnownSymbols symbols)
        => !call.Span.Contains(wait.Place.Span)
            && SpawnIndex.CallsIn(call.SyntaxTree)
                .Where(earlier => earlier.SpanStart < call.SpanStart)
                .Any(earlier => WaitsOf(earlier, model, symbols).Any(told => told.Place == wait.Place));
}
