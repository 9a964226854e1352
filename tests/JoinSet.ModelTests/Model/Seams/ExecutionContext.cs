namespace JoinSets;

/// <summary>
/// Stands for the system's in the library's source, whose namespaces find this one first. Coyote has no model of the flow of
/// ambient data, and no race here depends on it.
/// </summary>
internal sealed class ExecutionContext
{
    private static readonly ExecutionContext s_empty = new();

    internal static ExecutionContext? Capture() => s_empty;

    internal static void Run(ExecutionContext context, ContextCallback callback, object? state) => callback(state);

    internal static void Restore(ExecutionContext context)
    {
    }
}
