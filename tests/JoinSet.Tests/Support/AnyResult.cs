namespace JoinSets.Tests.Support;

/// <summary>A result of either set.</summary>
/// <remarks>ThrowIfFailed is Value on a result that has one.</remarks>
internal sealed record AnyResult(
    TaskId Id, string? Name, bool IsSuccess, bool IsCanceled, bool IsFaulted, JoinError? Error, Action ThrowIfFailed)
{
    internal static AnyResult Of(JoinResult<int> result) => new(
        result.Id, result.Name, result.IsSuccess, result.IsCanceled, result.IsFaulted, result.Error, () => _ = result.Value);

    internal static AnyResult Of(JoinResult result) => new(
        result.Id, result.Name, result.IsSuccess, result.IsCanceled, result.IsFaulted, result.Error, result.ThrowIfFailed);
}
