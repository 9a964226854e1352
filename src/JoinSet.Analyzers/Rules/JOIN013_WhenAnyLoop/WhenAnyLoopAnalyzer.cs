using System.Collections.Immutable;
using JoinSets.Analyzers.TaskLoops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Rules;

/// <summary>JOIN013: a loop takes one finished task after the other out of a collection, and asks all that are left each time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WhenAnyLoopAnalyzer : TaskLoopAnalyzer
{
    internal const string Id = "JOIN013";

    private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.Info(
        Id,
        title: "Task.WhenAny is called for the same tasks again and again",
        message: "Each turn of this loop asks every task in '{0}' anew, to take out the one that finished on {1}: a JoinSet gives each task as it finishes, and asks no other",
        description: "Task.WhenAny hooks itself onto every task that it is given, and the loop then searches the collection for the one that finished: n tasks cost n * n steps. "
            + "A JoinSet is told by each task when it finishes.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    private protected override void Analyze(SyntaxNodeAnalysisContext context, AwaitExpressionSyntax waiting)
    {
        if (TaskSyntax.Awaited(waiting) is not InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } call
            || TaskSyntax.CalledName(call) != "WhenAny"
            || TaskCollection.NameIn(arguments[0].Expression) is not { } name)
        {
            return;
        }

        SemanticModel model = context.SemanticModel;
        if (model.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol method
            || !TaskSyntax.IsTask(method.ContainingType)
            || model.GetSymbolInfo(name, context.CancellationToken).Symbol is not { } tasks)
        {
            return;
        }

        var collection = new TaskCollection(tasks, model, context.CancellationToken);
        if (collection.LoopAround(waiting) is { } loop && !IsTaskTold(waiting, loop) && collection.RemovalIn(loop) is { } removal)
        {
            Location[] places = [removal.GetLocation()];
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.GetLocation(), places, tasks.Name, LineList.Of(places)));
        }
    }

    /// <summary>Whether the loop asks which task it was: one of them, a timeout say, means something else than the others.</summary>
    private static bool IsTaskTold(AwaitExpressionSyntax waiting, SyntaxNode loop)
    {
        string? finished = waiting.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable } => variable.Identifier.ValueText,
            _ => null,
        };
        return IsCompared(waiting) || (finished is not null && loop.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax).OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == finished && IsCompared(name)));
    }

    private static bool IsCompared(ExpressionSyntax task)
    {
        SyntaxNode at = task;
        while (at.Parent is ParenthesizedExpressionSyntax)
        {
            at = at.Parent;
        }

        return at.Parent switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison => !comparison.Left.IsKind(SyntaxKind.NullLiteralExpression) && !comparison.Right.IsKind(SyntaxKind.NullLiteralExpression),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => TaskSyntax.CalledName(call) is "ReferenceEquals" or "Equals",
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" } => true,
            _ => false,
        };
    }
}
