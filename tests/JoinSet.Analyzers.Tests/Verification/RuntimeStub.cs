namespace JoinSets.Analyzers.Tests.Verification;

/// <summary>The public surface of the runtime, until the real assembly is there.</summary>
internal static class RuntimeStub
{
    internal const string Source = """
        #nullable enable
        using System; using System.Collections.Generic; using System.Threading; using System.Threading.Tasks;
        namespace JoinSets
        {
        public sealed class JoinSet<T> : IAsyncDisposable, IDisposable
        {
            public JoinSet() { }
            public JoinSet(CancellationToken cancellationToken) { }
            public JoinSet(JoinSetOptions options) { }
            public int Count => 0;
            public bool IsEmpty => true;
            public AbortHandle Spawn(Func<CancellationToken, Task<T>> work, string? name = null) => default;
            public AbortHandle Spawn<TState>(Func<TState, CancellationToken, Task<T>> work, TState state, string? name = null) => default;
            public AbortHandle SpawnOn(TaskScheduler scheduler, Func<CancellationToken, Task<T>> work, string? name = null) => default;
            public AbortHandle SpawnLocal(Func<CancellationToken, Task<T>> work, string? name = null) => default;
            public AbortHandle SpawnBlocking(Func<CancellationToken, T> work, string? name = null) => default;
            public AbortHandle SpawnBlocking<TState>(Func<TState, CancellationToken, T> work, TState state, string? name = null) => default;
            public void SpawnEach<TItem>(IEnumerable<TItem> items, Func<TItem, CancellationToken, Task<T>> work) { }
            public AbortHandle Add(Task<T> task, string? name = null) => default;
            public ValueTask<JoinResult<T>?> JoinNextAsync(CancellationToken cancellationToken = default) => default;
            public bool TryJoinNext(out JoinResult<T> result) { result = default; return false; }
            public Task<T[]> JoinAllAsync(CancellationToken cancellationToken = default) => Task.FromResult(new T[0]);
            public IAsyncEnumerator<JoinResult<T>> GetAsyncEnumerator(CancellationToken cancellationToken = default) => null!;
            public IAsyncEnumerable<JoinResult<T>> JoinEachAsync(CancellationToken cancellationToken = default) => null!;
            public void AbortAll() { }
            public Task ShutdownAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
            public void DetachAll() { }
            public void Dispose() { }
            public ValueTask DisposeAsync() => default;
        }
        public sealed class JoinSet : IAsyncDisposable, IDisposable
        {
            public JoinSet() { }
            public JoinSet(CancellationToken cancellationToken) { }
            public JoinSet(JoinSetOptions options) { }
            public int Count => 0;
            public bool IsEmpty => true;
            public AbortHandle Spawn(Func<CancellationToken, Task> work, string? name = null) => default;
            public AbortHandle Spawn<TState>(Func<TState, CancellationToken, Task> work, TState state, string? name = null) => default;
            public AbortHandle SpawnOn(TaskScheduler scheduler, Func<CancellationToken, Task> work, string? name = null) => default;
            public AbortHandle SpawnLocal(Func<CancellationToken, Task> work, string? name = null) => default;
            public AbortHandle SpawnBlocking(Action<CancellationToken> work, string? name = null) => default;
            public AbortHandle SpawnBlocking<TState>(Action<TState, CancellationToken> work, TState state, string? name = null) => default;
            public void SpawnEach<TItem>(IEnumerable<TItem> items, Func<TItem, CancellationToken, Task> work) { }
            public AbortHandle Add(Task task, string? name = null) => default;
            public ValueTask<JoinResult?> JoinNextAsync(CancellationToken cancellationToken = default) => default;
            public bool TryJoinNext(out JoinResult result) { result = default; return false; }
            public Task JoinAllAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
            public IAsyncEnumerator<JoinResult> GetAsyncEnumerator(CancellationToken cancellationToken = default) => null!;
            public IAsyncEnumerable<JoinResult> JoinEachAsync(CancellationToken cancellationToken = default) => null!;
            public void AbortAll() { }
            public Task ShutdownAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
            public void DetachAll() { }
            public void Dispose() { }
            public ValueTask DisposeAsync() => default;
        }
        public sealed class JoinSetOptions
        {
            public int? MaxConcurrency { get; set; }
            public CancellationToken CancellationToken { get; set; }
            public string? Name { get; set; }
        }
        public readonly struct JoinResult<T>
        {
            public bool IsSuccess => true;
            public T Value => default!;
            public JoinError? Error => null;
            public bool TryGetValue(out T value) { value = default!; return false; }
        }
        public readonly struct JoinResult
        {
            public bool IsSuccess => true;
            public JoinError? Error => null;
            public void ThrowIfFailed() { }
        }
        public sealed class JoinError
        {
            public Exception Exception => null!;
            public void Rethrow() { }
        }
        public readonly struct AbortHandle { public bool IsFinished => true; public void Abort() { } }
        }
        """;
}
