namespace JoinSets;

/// <summary>How a task is called in messages: <c>task 7</c>, or <c>task 7 'fetch'</c>.</summary>
internal static class TaskLabel
{
    internal static string Of(TaskId id, string? name) => name is null ? $"task {id}" : $"task {id} '{name}'";
}
