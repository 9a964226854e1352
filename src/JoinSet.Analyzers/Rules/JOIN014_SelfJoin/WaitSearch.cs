using JoinSets.Analyzers.Loops;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

/// <summary>Looks for the places where a task waits for the set it is in: in its own code, and one call further.</summary>
internal sealed class WaitSearch(TaskCode task, SemanticModel model, KnownSymbols symbols)
{
    /// <summary>The places, or none where the task may have left the set, or the variable may hold another set by then.</summary>
    internal IReadOnlyList<SetWait> Waits()
    {
        List<SetWait> waits = In(task.Function, task.Names, task.IsReturnAwaited, mayFollow: true).ToList();
        return waits.Count == 0 || !SoleSet.IsIn(task.Spawn.Set!, task.Function, model) || LeavesSet() ? [] : waits;
    }

    private IEnumerable<SetWait> In(SyntaxNode function, IReadOnlyCollection<ISymbol> names, bool isReturnAwaited, bool mayFollow)
    {
        if (!isReturnAwaited && OwnCode.IsAsync(function))
        {
            yield break; // nobody waits for what comes after its first await
        }

        foreach (SyntaxNode node in OwnCode.In(function))
        {
            if (WaitAt(node, function, names, isReturnAwaited) is { } wait)
            {
                yield return wait;
            }
            else if (mayFollow && node is InvocationExpressionSyntax call)
            {
                foreach (SetWait inner in Follow(call, function, names, isReturnAwaited).Concat(FollowRun(call, function, names, isReturnAwaited)))
                {
                    yield return inner;
                }
            }
        }
    }

    private SetWait? WaitAt(SyntaxNode node, SyntaxNode function, IReadOnlyCollection<ISymbol> names, bool isReturnAwaited) => node switch
    {
        InvocationExpressionSyntax call => OfCall(call, function, names, isReturnAwaited),
        UsingStatementSyntax { AwaitKeyword.RawKind: not 0 } statement => OfUsing(statement.Expression ?? ValueOf(statement.Declaration), names),
        LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: not 0 } declaration => OfUsing(ValueOf(declaration.Declaration), names),
        StatementSyntax loop when OwnCode.IsLoop(loop) => OfLoop(loop, names),
        _ => null,
    };

    private SetWait? OfCall(InvocationExpressionSyntax call, SyntaxNode function, IReadOnlyCollection<ISymbol> names, bool isReturnAwaited)
        => SetCall.NameOf(call) is "JoinAllAsync" or "ShutdownAsync" or "DisposeAsync"
            && SetCall.Of(call, model, symbols) is { Set: { } set } && names.Contains(set, SymbolEqualityComparer.Default)
            && WaitedTask.IsAwaitedAt(call, function, isReturnAwaited)
                ? Found(call, TokenArguments.In(call, model))
                : null;

    private SetWait? OfUsing(ExpressionSyntax? resource, IReadOnlyCollection<ISymbol> names)
    {
        ExpressionSyntax? source = resource is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } access }
            ? access.Expression
            : resource;
        return source is not null && SetVariable.Of(source, model, symbols) is { } set && names.Contains(set, SymbolEqualityComparer.Default) ? Found(resource!, isCancellable: false) : null;
    }

    private SetWait? OfLoop(StatementSyntax statement, IReadOnlyCollection<ISymbol> names)
    {
        if (JoinLoop.Of(statement, model, symbols) is not { } loop || !names.Contains(loop.Set, SymbolEqualityComparer.Default) || loop.OtherExits(emptinessCounts: true).Any())
        {
            return null;
        }

        SyntaxNode? place = statement is CommonForEachStatementSyntax each ? each.Expression : loop.Joins.Select(static join => join.Syntax).FirstOrDefault();
        return place is null ? null : Found(place, TokenArguments.In(place, model));
    }

    /// <summary>A helper that is waited for is read as if it stood here, the set known by the names that its parameters have.</summary>
    private IEnumerable<SetWait> Follow(InvocationExpressionSyntax call, SyntaxNode function, IReadOnlyCollection<ISymbol> names, bool isReturnAwaited)
    {
        if (!IsPlain(call.Expression) || model.GetSymbolInfo(call).Symbol is not IMethodSymbol method || OwnMethod.DeclarationOf(method, call.Expression) is not { } helper)
        {
            return [];
        }

        bool isTask = KnownSymbols.IsAwaitable(method.ReturnType);
        bool isAwaited = isTask && WaitedTask.IsAwaitedAt(call, function, isReturnAwaited);
        return isTask && !isAwaited ? [] : In(helper, NamesIn(method.OriginalDefinition, call, names), isAwaited, mayFollow: false);
    }

    /// <summary>A lambda that the task hands to Task.Run and waits for is the task's own work on another thread.</summary>
    private IEnumerable<SetWait> FollowRun(InvocationExpressionSyntax call, SyntaxNode function, IReadOnlyCollection<ISymbol> names, bool isReturnAwaited)
        => SetCall.NameOf(call) is "Run" && call.ArgumentList.Arguments.FirstOrDefault()?.Expression is AnonymousFunctionExpressionSyntax lambda
            && model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingType: { Name: "Task", ContainingNamespace.Name: "Tasks" } }
            && WaitedTask.IsAwaitedAt(call, function, isReturnAwaited)
                ? In(lambda, names, isReturnAwaited: true, mayFollow: false)
                : [];

    private List<ISymbol> NamesIn(IMethodSymbol method, InvocationExpressionSyntax call, IReadOnlyCollection<ISymbol> names)
    {
        var inner = new List<ISymbol>(names);
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        for (int index = 0; index < arguments.Count; index++)
        {
            string? name = arguments[index].NameColon?.Name.Identifier.ValueText;
            IParameterSymbol? parameter = name is null ? method.Parameters.ElementAtOrDefault(index) : method.Parameters.FirstOrDefault(candidate => candidate.Name == name);
            if (parameter is not null && SetVariable.Of(arguments[index].Expression, model, symbols) is { } set && names.Contains(set, SymbolEqualityComparer.Default))
            {
                inner.Add(parameter);
            }
        }

        return inner;
    }

    private SetWait? Found(SyntaxNode place, bool isCancellable) => new SetWait(place, task.Spawn.Set!, isCancellable);

    /// <summary>DetachAll takes the task out of the set: it waits for others then.</summary>
    private bool LeavesSet() => task.Function.SyntaxTree.GetRoot().DescendantNodes()
        .OfType<InvocationExpressionSyntax>()
        .Any(call => SetCall.NameOf(call) is "DetachAll" && (SetCall.Of(call, model, symbols) is not { Set: { } set } || task.Names.Contains(set, SymbolEqualityComparer.Default)));

    private static ExpressionSyntax? ValueOf(VariableDeclarationSyntax? declaration)
        => declaration?.Variables is { Count: 1 } variables ? variables[0].Initializer?.Value : null;

    private static bool IsPlain(ExpressionSyntax called) => called is SimpleNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax };
}
