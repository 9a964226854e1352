using JoinSets.Analyzers.TaskLoops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

/// <summary>A variable, field or property that holds tasks, and what a loop does to it.</summary>
internal sealed class TaskCollection(ISymbol tasks, SemanticModel model, CancellationToken cancellationToken)
{
    private static readonly string[] s_views = ["ToArray", "ToList", "AsEnumerable", "Select", "Cast", "OfType", "Keys", "Values"];

    private static readonly string[] s_removals = ["Remove", "RemoveAt", "RemoveAll", "RemoveWhere", "TryRemove", "ExceptWith"];

    /// <summary>The name of the collection in what WhenAny is given; null where more tasks join it there.</summary>
    internal static SimpleNameSyntax? NameIn(ExpressionSyntax tasks)
    {
        while (true)
        {
            switch (tasks)
            {
                case IdentifierNameSyntax name:
                    return name;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } when s_views.Contains(access.Name.Identifier.ValueText):
                    tasks = access.Expression;
                    break;
                case MemberAccessExpressionSyntax access when s_views.Contains(access.Name.Identifier.ValueText):
                    tasks = access.Expression;
                    break;
                case MemberAccessExpressionSyntax access:
                    return access.Name;
                default:
                    return null;
            }
        }
    }

    /// <summary>The outermost loop of the same function in which the collection is one and the same.</summary>
    internal SyntaxNode? LoopAround(SyntaxNode place)
        => place.Ancestors().TakeWhile(static node => !TaskSyntax.IsFunction(node)).Where(TaskSyntax.IsLoop).LastOrDefault(loop => !IsDeclaredIn(loop));

    /// <summary>What takes tasks out of the collection, there or in a function that is called there.</summary>
    internal SyntaxNode? RemovalIn(SyntaxNode loop)
    {
        foreach (SyntaxNode node in loop.DescendantNodes())
        {
            bool isRemoval = node switch
            {
                InvocationExpressionSyntax call => IsRemoval(call, tasks, model) || RemovesInside(call),
                AssignmentExpressionSyntax assignment => IsReplacement(assignment),
                _ => false,
            };
            if (isRemoval)
            {
                return node;
            }
        }

        return null;
    }

    internal bool IsNamed(SimpleNameSyntax name)
        => name.Identifier.ValueText == tasks.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, tasks);

    private bool IsDeclaredIn(SyntaxNode loop) => tasks.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == loop.SyntaxTree && loop.Span.Contains(reference.Span));

    private bool IsRemoval(InvocationExpressionSyntax call, ISymbol collection, SemanticModel there)
        => call.Expression is MemberAccessExpressionSyntax access
            && s_removals.Contains(access.Name.Identifier.ValueText)
            && NameIn(access.Expression) is { } name
            && name.Identifier.ValueText == collection.Name
            && SymbolEqualityComparer.Default.Equals(there.GetSymbolInfo(name, cancellationToken).Symbol, collection);

    /// <summary><c>tasks = tasks.Where(task => task != finished).ToList();</c></summary>
    private bool IsReplacement(AssignmentExpressionSyntax assignment)
        => NameIn(assignment.Left) is { } name
            && IsNamed(name)
            && assignment.Right.DescendantNodes().OfType<SimpleNameSyntax>().Any(static part => part.Identifier.ValueText is "Where" or "Except" or "Remove")
            && assignment.Right.DescendantNodes().OfType<SimpleNameSyntax>().Any(part => part.Identifier.ValueText == tasks.Name);

    /// <summary>One level deep, in the same file: a helper that is given the collection, or sees it.</summary>
    private bool RemovesInside(InvocationExpressionSyntax call)
    {
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol { DeclaringSyntaxReferences: { Length: 1 } references } helper
            || references[0].SyntaxTree != model.SyntaxTree)
        {
            return false;
        }

        SyntaxNode body = references[0].GetSyntax(cancellationToken);
        return body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(inner => TaskSyntax.CalledName(inner) is { } name && s_removals.Contains(name)
            && (IsRemoval(inner, tasks, model) || ParameterFor(call, helper) is { } parameter && IsRemoval(inner, parameter, model)));
    }

    private IParameterSymbol? ParameterFor(InvocationExpressionSyntax call, IMethodSymbol helper)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        for (int place = 0; place < arguments.Count && place < helper.Parameters.Length; place++)
        {
            if (arguments[place].NameColon is null && arguments[place].Expression is IdentifierNameSyntax name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, tasks))
            {
                return (helper.ReducedFrom is null ? helper.OriginalDefinition : helper.ReducedFrom.OriginalDefinition).Parameters[place + (helper.ReducedFrom is null ? 0 : 1)];
            }
        }

        return null;
    }
}
