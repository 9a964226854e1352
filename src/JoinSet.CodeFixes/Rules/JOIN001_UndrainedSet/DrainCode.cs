using Microsoft.CodeAnalysis;

namespace JoinSets.CodeFixes.Rules;

/// <summary>The statements that leave a set empty.</summary>
internal sealed class DrainCode
{
    internal static readonly DrainCode JoinLoop = new(isAwaited: true, LoopOver);
    internal static readonly DrainCode JoinAll = new(isAwaited: true, static (set, _) => [$"await {set.Name}.JoinAllAsync();"]);
    internal static readonly DrainCode Shutdown = new(isAwaited: true, static (set, _) => [$"await {set.Name}.ShutdownAsync();"]);
    internal static readonly DrainCode Detach = new(isAwaited: false, static (set, _) => [$"{set.Name}.DetachAll();"]);

    private readonly Func<SetLocal, int, string[]> _lines;

    private DrainCode(bool isAwaited, Func<SetLocal, int, string[]> lines)
    {
        IsAwaited = isAwaited;
        _lines = lines;
    }

    internal bool IsAwaited { get; }

    internal IReadOnlyList<string> LinesFor(SetLocal set, int position) => _lines(set, position);

    /// <summary>The first failure leaves the loop as the task's own exception: a loop that looked away would lose it again.</summary>
    private static string[] LoopOver(SetLocal set, int position)
    {
        string result = set.FreeNameFor("result", position);
        return [$"await foreach (var {result} in {set.Name})", "{", $"    {result}.ThrowIfFailed();", "}"];
    }
}
