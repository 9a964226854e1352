namespace JoinSets.Tests.Support;

/// <summary>What the results of both faces have in common.</summary>
internal sealed record AnyResult(TaskId Id, string? Name, bool IsSuccess, bool IsCanceled, bool IsFaulted, JoinError? Error)
{
    internal static AnyResult Of(JoinResult<int> result)
        => new(result.Id, result.Name, result.IsSuccess, result.IsCanceled, result.IsFaulted, result.Error);

    internal static AnyResult Of(JoinResult result)
        => new(result.Id, result.Name, result.IsSuccess, result.IsCanceled, result.IsFaulted, result.Error);
}
