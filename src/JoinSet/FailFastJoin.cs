namespace JoinSets;

/// <summary>JoinAllAsync: gathers the values of a set, and at the first failure aborts what is left and gathers the failures instead.</summary>
/// <remarks>Thread safety: one object serves one call.</remarks>
internal sealed class FailFastJoin<T>(JoinCore core, object set, Func<Task, T> read)
{
    private readonly List<T> _values = new(core.Count);
    private readonly List<JoinError> _errors = [];

    /// <summary>The values in the order of completion.</summary>
    /// <remarks>
    /// An async method's task holds one exception, and this one must be able to hold several; so the work is done by an async
    /// method whose result is the finished task, and that task is unwrapped.
    /// </remarks>
    internal Task<T[]> RunAsync(CancellationToken cancellationToken) => GatherAsync(cancellationToken).Unwrap();

    private async Task<Task<T[]>> GatherAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await JoinAsync(cancellationToken).ConfigureAwait(false) is { } entry)
            {
                if (!TryKeepValue(entry))
                {
                    await ReapAsync().ConfigureAwait(false);
                    return Failed();
                }
            }
        }
        catch (OperationCanceledException) when (_errors.Count == 0)
        {
            await ReapAsync().ConfigureAwait(false);
            throw;
        }

        return Task.FromResult(_values.ToArray());
    }

    private async ValueTask<JoinEntry?> JoinAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Joined joined = await core.JoinAsync(set, cancellationToken).ConfigureAwait(false);
        ObjectDisposedException.ThrowIf(joined.IsClosed, set);
        return joined.Entry;
    }

    private bool TryKeepValue(JoinEntry entry)
    {
        JoinOutcome outcome = entry.TakeOutcome();
        if (JoinError.Of(in outcome) is { } error)
        {
            _errors.Add(error);
            return false;
        }

        _values.Add(read(outcome.Task!));
        return true;
    }

    private async Task ReapAsync()
    {
        core.BeginReap();
        try
        {
            while ((await core.JoinAsync(set, CancellationToken.None).ConfigureAwait(false)).Entry is { } entry)
            {
                TryKeepValue(entry);
            }
        }
        finally
        {
            core.EndReap();
        }
    }

    private Task<T[]> Failed()
    {
        Exception[] failures = [.. _errors.Where(error => error.IsFaulted).Select(error => error.Exception)];
        if (failures.Length == 0)
        {
            _errors[0].Rethrow(); // nothing but cancellations: this makes the task a canceled one
        }

        var failed = new TaskCompletionSource<T[]>();
        failed.SetException(failures);
        return failed.Task;
    }
}
