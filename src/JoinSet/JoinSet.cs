using System.Diagnostics;

namespace JoinSets;

/// <summary>
/// A set of tasks whose results come out in the order in which the tasks finish, with one handle to abort them all: tokio's
/// <c>JoinSet</c> for .NET.
/// </summary>
/// <typeparam name="T">What each task gives.</typeparam>
/// <remarks>
/// <para>Thread safety: every member may be called from any thread at any time, the set's own tasks included. Each result goes to
/// exactly one joiner. No user code runs under a lock of the set.</para>
/// <para>A task starts when it is spawned, joined or not. What it throws does not escape: it becomes its result.</para>
/// <para>Disposing a set aborts what is left in it: <see cref="Dispose"/> waits for nothing (tokio's drop), and
/// <see cref="DisposeAsync"/>, which <c>await using</c> calls, waits until every task has stopped. A set that is neither disposed nor
/// reachable any more is found by the garbage collector and aborts its tasks, unless a delegate that it runs captured it.</para>
/// </remarks>
/// <example>
/// <code>
/// await using var set = new JoinSet&lt;string&gt;();
/// foreach (Uri uri in uris)
///     set.Spawn(token => http.GetStringAsync(uri, token));
///
/// while (await set.JoinNextAsync() is { } result)
///     Console.WriteLine(result.IsSuccess ? $"{result.Value.Length} characters" : $"failed: {result.Error}");
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class JoinSet<T> : IAsyncDisposable, IDisposable
{
    private static readonly Func<JoinEntry, JoinResult<T>> s_read = JoinResult<T>.Of;
    private static readonly Func<JoinCore, JoinWaiter> s_createWaiter = static core => new JoinWaiter<JoinResult<T>>(core, s_read);

    private readonly JoinCore _core;

    /// <summary>Makes an empty set.</summary>
    public JoinSet() => _core = new JoinCore(s_createWaiter, maxConcurrency: null, CancellationToken.None);

    /// <summary>Makes an empty set that is aborted by a token.</summary>
    /// <param name="cancellationToken">
    /// Cancelling it aborts, as <see cref="AbortAll"/> does, what is in the set then; what is spawned later starts aborted.
    /// The set lets go of the token when it is disposed or dropped.
    /// </param>
    public JoinSet(CancellationToken cancellationToken) => _core = new JoinCore(s_createWaiter, maxConcurrency: null, cancellationToken);

    /// <summary>Makes an empty set that behaves as the options say.</summary>
    /// <param name="options">Read here and not kept.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public JoinSet(JoinSetOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Name = options.Name;
        _core = new JoinCore(s_createWaiter, options.MaxConcurrency, options.CancellationToken);
    }

    /// <summary>The drop of a set that was never disposed. The core is null where the constructor threw.</summary>
    ~JoinSet() => _core?.Drop();

    /// <summary>How many tasks have not been joined yet, finished or not. O(1).</summary>
    public int Count => _core.Count;

    /// <summary>True when there is nothing left to join.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The name that the options gave; null when there was none.</summary>
    public string? Name { get; }

    /// <summary>The type, the name and how many tasks are in the set, for logs and debuggers.</summary>
    public override string ToString()
        => $"JoinSet<{typeof(T).Name}>{(Name is null ? "" : $" '{Name}'")}, Count = {Count}{(_core.IsClosed ? ", disposed" : "")}";
}
