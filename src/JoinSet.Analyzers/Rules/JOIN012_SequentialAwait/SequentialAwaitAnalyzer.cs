using System.Collections.Immutable;
using JoinSets.Analyzers.Bodies;
using JoinSets.Analyzers.TaskLoops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Rules;

/// <summary>JOIN012: tasks that run at once are awaited one after the other, though nothing asks for that order.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SequentialAwaitAnalyzer : TaskLoopAnalyzer
{
    internal const string Id = "JOIN012";

    private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.Info(
        Id,
        title: "Started tasks are awaited in order",
        message: "The tasks started on {0} are awaited in the order of their start: each result, and each failure, waits for all tasks before it; a JoinSet gives them as they finish",
        description: "Where tasks run at once, the first to be started need not be the first to finish. A loop that awaits them in order sits on results that are there already, "
            + "and hears of a failure late. A JoinSet gives each result as soon as it is there.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    private protected override IEnumerable<AwaitExpressionSyntax> AwaitsIn(FileWords file) => file.NameWaits;

    private protected override void Analyze(SemanticModelAnalysisContext context, AwaitExpressionSyntax waiting)
    {
        if (TaskSyntax.Awaited(waiting) is not IdentifierNameSyntax task || LoopOver(task) is not { } loop || !IsOnlyUse(task, loop) || !IsResultUsed(waiting, loop))
        {
            return;
        }

        SemanticModel model = context.SemanticModel;
        if (!IsTaskWithValue(model.GetTypeInfo(task, context.CancellationToken).Type) || new OrderUse(loop, model, context.CancellationToken).IsFound)
        {
            return;
        }

        IReadOnlyList<SyntaxNode> starts = new StartedTasks(model, context.CancellationToken).Before(loop);
        if (starts.Count > 0)
        {
            Location[] places = starts.Select(static start => start.GetLocation()).ToArray();
            context.ReportDiagnostic(Diagnostic.Create(s_rule, waiting.GetLocation(), places, LineList.Of(places)));
        }
    }

    /// <summary>The loop of the same function that takes this task out of a collection.</summary>
    private static ForEachStatementSyntax? LoopOver(IdentifierNameSyntax task)
        => task.Ancestors().TakeWhile(static node => !TaskSyntax.IsFunction(node)).OfType<ForEachStatementSyntax>().FirstOrDefault(loop
            => loop.Identifier.ValueText == task.Identifier.ValueText && !loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword) && loop.Statement.Span.Contains(task.Span));

    private static bool IsOnlyUse(IdentifierNameSyntax task, ForEachStatementSyntax loop)
        => loop.Statement.DescendantNodes().OfType<IdentifierNameSyntax>().All(name => name == task || name.Identifier.ValueText != task.Identifier.ValueText)
            && !task.Ancestors().TakeWhile(node => node != loop).Any(TaskSyntax.IsLoop);

    /// <summary>Tasks that are only waited for are as well waited for in order.</summary>
    private static bool IsResultUsed(AwaitExpressionSyntax waiting, ForEachStatementSyntax loop) => waiting.Parent switch
    {
        ExpressionStatementSyntax => false,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } => false,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }
            => loop.Statement.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable.Identifier.ValueText),
        _ => true,
    };

    private static bool IsTaskWithValue(ITypeSymbol? type) => TaskSyntax.IsTask(type) && type is INamedTypeSymbol { Arity: 1 };
}
