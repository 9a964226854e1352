using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace JoinSets;

/// <summary>
/// A set of tasks that give no value; its results, which tell success from failure, come out in the order in which the tasks finish.
/// The sibling of <see cref="JoinSet{T}"/>, the same in everything else.
/// </summary>
/// <inheritdoc cref="JoinSet{T}" path="/remarks"/>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class JoinSet : IAsyncDisposable, IDisposable
{
    private static readonly Func<JoinEntry, JoinResult> s_read = JoinResult.Of;
    private static readonly Func<JoinCore, JoinWaiter> s_createWaiter = static core => new JoinWaiter<JoinResult>(core, s_read);

    private readonly JoinCore _core;

    /// <inheritdoc cref="JoinSet{T}()"/>
    public JoinSet() => _core = new JoinCore(s_createWaiter, maxConcurrency: null, CancellationToken.None);

    /// <inheritdoc cref="JoinSet{T}(CancellationToken)"/>
    public JoinSet(CancellationToken cancellationToken) => _core = new JoinCore(s_createWaiter, maxConcurrency: null, cancellationToken);

    /// <inheritdoc cref="JoinSet{T}(JoinSetOptions)"/>
    public JoinSet(JoinSetOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Name = options.Name;
        _core = new JoinCore(s_createWaiter, options.MaxConcurrency, options.CancellationToken);
    }

    /// <summary>The drop of a set that was never disposed. The core is null where the constructor threw.</summary>
    ~JoinSet() => _core?.Drop();

    /// <inheritdoc cref="JoinSet{T}.Count"/>
    public int Count => _core.Count;

    /// <inheritdoc cref="JoinSet{T}.IsEmpty"/>
    public bool IsEmpty => Count == 0;

    /// <inheritdoc cref="JoinSet{T}.Name"/>
    public string? Name { get; }

    /// <inheritdoc cref="JoinSet{T}.JoinNextAsync"/>
    public ValueTask<JoinResult?> JoinNextAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        if (cancellationToken.IsCancellationRequested)
        {
            return CanceledJoin(cancellationToken);
        }

        JoinWaiter? waiter = _core.Join(this, cancellationToken, out Joined joined);
        if (waiter is not null)
        {
            return new(Unsafe.As<JoinWaiter<JoinResult>>(waiter), waiter.Version);
        }

        GC.KeepAlive(this);
        ObjectDisposedException.ThrowIf(joined.IsClosed, this);
        return new(joined.Entry is { } entry ? JoinResult.Of(entry) : null);
    }

    /// <inheritdoc cref="JoinSet{T}.TryJoinNext"/>
    public bool TryJoinNext(out JoinResult result)
    {
        ThrowIfDisposed();
        JoinEntry? entry = _core.TryJoin();
        GC.KeepAlive(this);
        result = entry is null ? default : JoinResult.Of(entry);
        return entry is not null;
    }

    /// <summary>Waits for all tasks. At the first failure it aborts the rest. tokio: <c>join_all</c>.</summary>
    /// <param name="cancellationToken">Cancelling it aborts all that is left, waits until it has stopped, and then throws.</param>
    /// <returns>
    /// A task that ends when all have. Where one failed, it fails after all others have stopped: awaiting it throws the first failure,
    /// and its <see cref="Task.Exception"/> holds every one, without the cancellations that it caused itself. Where tasks were only
    /// aborted, by somebody else, it is canceled.
    /// </returns>
    /// <inheritdoc cref="JoinSet{T}.JoinAllAsync" path="/remarks|/exception"/>
    public Task JoinAllAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return new FailFastJoin<bool>(_core, this, static _ => true).RunAsync(cancellationToken);
    }

    /// <inheritdoc cref="JoinSet{T}.GetAsyncEnumerator"/>
    public IAsyncEnumerator<JoinResult> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        => JoinEachAsync(cancellationToken).GetAsyncEnumerator(CancellationToken.None);

    /// <inheritdoc cref="JoinSet{T}.JoinEachAsync"/>
    public async IAsyncEnumerable<JoinResult> JoinEachAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (await JoinNextAsync(cancellationToken).ConfigureAwait(false) is { } result)
        {
            yield return result;
        }
    }

    /// <inheritdoc cref="JoinSet{T}.AbortAll"/>
    public void AbortAll()
    {
        _core.AbortAll();
        GC.KeepAlive(this);
    }

    /// <inheritdoc cref="JoinSet{T}.ShutdownAsync"/>
    public Task ShutdownAsync(CancellationToken cancellationToken = default) => _core.ShutdownAsync(this, cancellationToken);

    /// <inheritdoc cref="JoinSet{T}.DetachAll"/>
    public void DetachAll()
    {
        _core.DetachAll();
        GC.KeepAlive(this);
    }

    /// <inheritdoc cref="JoinSet{T}.Dispose"/>
    public void Dispose()
    {
        _core.Close();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="JoinSet{T}.DisposeAsync"/>
    public ValueTask DisposeAsync()
    {
        Task stopped = _core.CloseAsync();
        GC.SuppressFinalize(this);
        return new ValueTask(stopped);
    }

    /// <inheritdoc cref="JoinSet{T}.ToString"/>
    public override string ToString()
        => $"JoinSet{(Name is null ? "" : $" '{Name}'")}, Count = {Count}{(_core.IsClosed ? ", disposed" : "")}";

    // An async method, because that is how a task becomes canceled by an exception of exactly this type.
    private static async ValueTask<JoinResult?> CanceledJoin(CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        throw new OperationCanceledException(cancellationToken);
    }
}
