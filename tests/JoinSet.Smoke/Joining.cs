namespace JoinSets.Smoke;

/// <summary>All ways to take results out, and what a result tells.</summary>
internal static class Joining
{
    internal static async Task PlayAsync()
    {
        using var set = new JoinSet<string>();
        Proof.That(await set.JoinNextAsync() is null && !set.TryJoinNext(out _));

        var late = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        AbortHandle handle = set.Spawn(_ => late.Task, "late");
        using var impatience = new CancellationTokenSource();
        ValueTask<JoinResult<string>?> impatient = set.JoinNextAsync(impatience.Token);
        await impatience.CancelAsync();
        await Proof.ThrowsAsync<OperationCanceledException>(() => impatient.AsTask());

        ValueTask<JoinResult<string>?> join = set.JoinNextAsync();
        late.SetResult("value");
        JoinResult<string> result = (await join)!.Value;
        (string? value, JoinError? error) = result;
        Proof.That(result is { IsSuccess: true, IsCanceled: false, IsFaulted: false, Name: "late", Value: "value", Error: null });
        Proof.That(value == "value" && error is null && result.TryGetValue(out string? same) && same == value);
        Proof.That(result.Id == handle.Id && $"{result}".Contains("late", StringComparison.Ordinal));

        set.SpawnEach(["a", "b", "c"], static (item, _) => Task.FromResult(item));
        await foreach (JoinResult<string> each in set)
        {
            Proof.That(each.Value.Length == 1);
            break;
        }

        int rest = 0;
        await foreach (JoinResult<string> each in set.JoinEachAsync().ConfigureAwait(false))
        {
            rest += each.Value.Length;
        }

        Proof.That(rest == 2 && set.IsEmpty);
        CheckIds(handle.Id, result.Id);
    }

    private static void CheckIds(TaskId one, TaskId same)
    {
        Span<char> text = stackalloc char[20];
        Proof.That(one.Equals((object)same) && one.CompareTo(same) == 0 && one <= same && one >= same && !(one < same) && !(one > same));
        Proof.That(one.GetHashCode() == same.GetHashCode() && !(one != same));
        Proof.That(one.TryFormat(text, out int written, default, null) && text[..written].SequenceEqual($"{one}"));
    }
}
