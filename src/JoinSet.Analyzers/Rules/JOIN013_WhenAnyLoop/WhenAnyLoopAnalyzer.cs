using System.Collections.Immutable;
using JoinSets.Analyzers.Bodies;
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
        message: "Each turn of {0} asks every task in '{1}' anew, to take out the one that finished on {2}: a JoinSet gives each task as it finishes, and asks no other",
        description: "Task.WhenAny hooks itself onto every task that it is given, and the loop then searches the collection for the one that finished: n tasks cost n * n steps. "
            + "A JoinSet is told by each task when it finishes.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    private protected override IEnumerable<AwaitExpressionSyntax> AwaitsIn(FileWords file) => file.AnyWaits;

    private protected override void Analyze(SemanticModelAnalysisContext context, AwaitExpressionSyntax waiting)
    {
        if (Call(waiting) is not { ArgumentList.Arguments: { Count: 1 } arguments } call || TaskCollection.NameIn(arguments[0].Expression) is not { } name)
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
        SyntaxNode? calling = null;
        SyntaxNode? turns = collection.LoopAround(waiting) ?? TurnFunction(waiting, tasks, model, out calling, context.CancellationToken);
        if (turns is not null && !IsTaskTold(waiting, turns) && !IsTaskToldElsewhere(waiting, collection) && collection.RemovalIn(turns) is { } removal)
        {
            Location[] places = calling is null ? [removal.GetLocation()] : [removal.GetLocation(), calling.GetLocation()];
            string loop = calling is null ? "this loop" : $"the loop that calls this on {LineList.Of([calling.GetLocation()])}";
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.GetLocation(), places, loop, tasks.Name, LineList.Of([removal.GetLocation()])));
        }
    }

    /// <summary>The call of WhenAny that is awaited, be it with a token or a time limit: <c>await Task.WhenAny(tasks).WaitAsync(token)</c>.</summary>
    private static InvocationExpressionSyntax? Call(AwaitExpressionSyntax waiting)
    {
        ExpressionSyntax task = TaskSyntax.Awaited(waiting);
        if (task is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WaitAsync", Expression: InvocationExpressionSyntax limited } })
        {
            task = limited;
        }

        return task is InvocationExpressionSyntax call && TaskSyntax.CalledName(call) == "WhenAny" ? call : null;
    }

    /// <summary>The function that is one turn of a loop elsewhere in the file: it is given the tasks, and takes out the one that finished.</summary>
    private static SyntaxNode? TurnFunction(AwaitExpressionSyntax waiting, ISymbol tasks, SemanticModel model, out SyntaxNode? calling, CancellationToken cancellationToken)
    {
        calling = tasks is IParameterSymbol parameter ? TurnCall.InLoop(parameter, model, cancellationToken) : null;
        return calling is null ? null : TaskSyntax.FunctionAround(waiting);
    }

    /// <summary>Another wait of the same function may ask which task it was: then the tasks are not all of a kind here either.</summary>
    private static bool IsTaskToldElsewhere(AwaitExpressionSyntax waiting, TaskCollection collection)
    {
        SyntaxNode function = TaskSyntax.FunctionAround(waiting);
        return function.DescendantNodes().OfType<AwaitExpressionSyntax>().Any(other => other != waiting
            && Call(other) is { ArgumentList.Arguments: { Count: 1 } arguments }
            && TaskCollection.NameIn(arguments[0].Expression) is { } name
            && collection.IsNamed(name)
            && IsTaskTold(other, other.Ancestors().FirstOrDefault(TaskSyntax.IsLoop) ?? function));
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
