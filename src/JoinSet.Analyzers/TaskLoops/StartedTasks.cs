using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.TaskLoops;

/// <summary>Where the tasks of a collection are started: only a collection that is filled at once, with tasks that run, has an answer.</summary>
/// <remarks>A lazy sequence may be meant to start its tasks one by one; a task that came from elsewhere may have an order of its own.</remarks>
internal sealed class StartedTasks(SemanticModel model, CancellationToken cancellationToken)
{
    private static readonly string[] s_materialising = ["ToList", "ToArray", "ToHashSet", "ToImmutableArray", "ToImmutableList"];

    private readonly List<SyntaxNode> _starts = [];

    private bool _isMany;

    /// <summary>The places that start the tasks of a collection which only the loop takes them out of; none where that cannot be told.</summary>
    internal IReadOnlyList<SyntaxNode> Before(ForEachStatementSyntax loop)
    {
        bool isKnown = loop.Expression is IdentifierNameSyntax name
            ? model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol local && IsFilledBefore(loop, local)
            : TryAddStarts(loop.Expression) && _starts.Count > 0;
        return isKnown && (_isMany || _starts.Count > 1) ? _starts : [];
    }

    private bool IsFilledBefore(ForEachStatementSyntax loop, ILocalSymbol tasks)
    {
        if (tasks.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } value, Parent.Parent: LocalDeclarationStatementSyntax declaration }
            || TaskSyntax.FunctionAround(declaration) is var function && function != TaskSyntax.FunctionAround(loop)
            || loop.Ancestors().TakeWhile(node => node != ScopeOf(declaration)).Any(TaskSyntax.IsLoop)
            || !TryAddStarts(value))
        {
            return false;
        }

        return TaskSyntax.MentionsIn(ScopeOf(declaration), tasks, model, cancellationToken).All(mention => mention == loop.Expression || IsHarmless(mention, loop, function));
    }

    private static SyntaxNode ScopeOf(StatementSyntax declaration) => declaration.Parent is GlobalStatementSyntax { Parent: { } unit } ? unit : declaration.Parent!;

    /// <summary>A fill before the loop, or a look at how many there are.</summary>
    private bool IsHarmless(IdentifierNameSyntax mention, ForEachStatementSyntax loop, SyntaxNode function)
    {
        if (TaskSyntax.FunctionAround(mention) != function)
        {
            return false;
        }

        switch (mention.Parent)
        {
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length" or "Capacity" } access when access.Expression == mention:
                return true;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax, ArgumentList.Arguments: { Count: 1 } arguments } } access when access.Expression == mention:
                return IsFill(mention, arguments[0].Expression, loop);
            case ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax } assignment } element when assignment.Left == element && element.Expression == mention:
                return IsFill(mention, assignment.Right, loop);
            default:
                return false;
        }
    }

    private bool IsFill(IdentifierNameSyntax mention, ExpressionSyntax task, ForEachStatementSyntax loop)
    {
        _isMany |= mention.Ancestors().TakeWhile(static node => !TaskSyntax.IsFunction(node)).Any(TaskSyntax.IsLoop);
        return mention.SpanStart < loop.SpanStart && TryAddStart(task);
    }

    /// <summary>Adds the tasks that a collection is made with: none is fine, one that was not started here is not.</summary>
    private bool TryAddStarts(ExpressionSyntax value)
    {
        switch (value)
        {
            case ImplicitObjectCreationExpressionSyntax creation:
                return TryAddAll(creation.Initializer?.Expressions ?? []);
            case ObjectCreationExpressionSyntax creation:
                return IsPlain(creation.ArgumentList) && TryAddAll(creation.Initializer?.Expressions ?? []);
            case ArrayCreationExpressionSyntax creation:
                return TryAddAll(creation.Initializer?.Expressions ?? []);
            case ImplicitArrayCreationExpressionSyntax creation:
                return TryAddAll(creation.Initializer.Expressions);
            case InitializerExpressionSyntax initializer:
                return TryAddAll(initializer.Expressions);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call:
                return TryAddQuery(call, access);
            case CollectionExpressionSyntax collection:
                return collection.Elements.All(element => element is ExpressionElementSyntax { Expression: var task } && TryAddStart(task));
            default:
                return false;
        }
    }

    /// <summary>A list that is made of another is filled by somebody else; a capacity fills nothing.</summary>
    private bool IsPlain(ArgumentListSyntax? arguments)
        => arguments is null || arguments.Arguments.All(argument => model.GetTypeInfo(argument.Expression, cancellationToken).Type is { SpecialType: SpecialType.System_Int32 });

    private bool TryAddAll(IEnumerable<ExpressionSyntax> tasks) => tasks.All(TryAddStart);

    private bool TryAddQuery(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access)
    {
        if (s_materialising.Contains(access.Name.Identifier.ValueText) && call.ArgumentList.Arguments.Count == 0
            && access.Expression is ParenthesizedExpressionSyntax { Expression: QueryExpressionSyntax { Body: { Continuation: null, Clauses.Count: 0, SelectOrGroup: SelectClauseSyntax { Expression: InvocationExpressionSyntax } } } written })
        {
            _isMany = true;
            _starts.Add(written);
            return true;
        }

        InvocationExpressionSyntax? starting = access.Name.Identifier.ValueText == "ConvertAll" ? call
            : s_materialising.Contains(access.Name.Identifier.ValueText) && call.ArgumentList.Arguments.Count == 0 && access.Expression is InvocationExpressionSyntax source && TaskSyntax.CalledName(source) == "Select" ? source
            : null;
        if (starting is null || starting.ArgumentList.Arguments.Count != 1 || !Starts(starting.ArgumentList.Arguments[0].Expression))
        {
            return false;
        }

        _isMany = true;
        _starts.Add(starting);
        return true;
    }

    /// <summary>A function that makes tasks, and not one that hands on what it finds.</summary>
    private static bool Starts(ExpressionSyntax function) => function switch
    {
        AnonymousFunctionExpressionSyntax { AsyncKeyword.RawKind: not 0 } => true,
        LambdaExpressionSyntax { ExpressionBody: { } body } => body is InvocationExpressionSyntax,
        LambdaExpressionSyntax { Block: { } block } => block.DescendantNodes().OfType<ReturnStatementSyntax>().All(static end => end.Expression is InvocationExpressionSyntax),
        _ => function is IdentifierNameSyntax or MemberAccessExpressionSyntax,
    };

    private bool TryAddStart(ExpressionSyntax task)
    {
        if (task is not InvocationExpressionSyntax || !TaskSyntax.IsTask(model.GetTypeInfo(task, cancellationToken).Type))
        {
            return false;
        }

        _starts.Add(task);
        return true;
    }
}
