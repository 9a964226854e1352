using Microsoft.CodeAnalysis;

namespace JoinSets.CodeFixes.Async;

/// <summary>Tells the framework's task types from all others.</summary>
internal static class TaskTypes
{
    internal static TaskShape ShapeOf(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { Name: "Task" or "ValueTask" } named || !IsThreadingTasks(named.ContainingNamespace))
        {
            return TaskShape.None;
        }

        return named.Arity == 0 ? TaskShape.Plain : TaskShape.WithValue;
    }

    private static bool IsThreadingTasks(INamespaceSymbol? space)
        => space is { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };
}
