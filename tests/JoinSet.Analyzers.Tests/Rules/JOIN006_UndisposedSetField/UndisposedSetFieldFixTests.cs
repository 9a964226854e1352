using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CodeActions;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN006_UndisposedSetField;

/// <summary>Where the sets are disposed of, and what becomes of a Dispose or DisposeAsync that is there already.</summary>
public sealed class UndisposedSetFieldFixTests
{
    private const string Async = "JOIN006.DisposeAsync";
    private const string Sync = "JOIN006.Dispose";

    [Fact]
    public Task Type_becomes_async_disposable() => VerifyAsync(
        Async,
        """
        public sealed class Worker
        {
            private readonly JoinSet {|JOIN006:_set|} = new();

            public void Start() => _set.Spawn(Do.Step);
        }
        """,
        """
        public sealed class Worker : IAsyncDisposable
        {
            private readonly JoinSet _set = new();

            public void Start() => _set.Spawn(Do.Step);

            public ValueTask DisposeAsync() => _set.DisposeAsync();
        }
        """);

    [Fact]
    public Task Base_list_grows_and_all_sets_go_at_once() => VerifyAsync(
        Async,
        """
        public class Worker<T>(int size) : List<T>(size), ICloneable where T : class
        {
            private readonly JoinSet<T> {|JOIN006:_first|} = new();
            private JoinSet<T>? {|JOIN006:_second|};

            public void Start(Func<CancellationToken, Task<T>> work)
            {
                _first.Spawn(work);
                _second ??= new();
                _second.Spawn(work);
            }

            public object Clone() => this;

            // the end
        }
        """,
        """
        public class Worker<T>(int size) : List<T>(size), ICloneable, IAsyncDisposable where T : class
        {
            private readonly JoinSet<T> _first = new();
            private JoinSet<T>? _second;

            public void Start(Func<CancellationToken, Task<T>> work)
            {
                _first.Spawn(work);
                _second ??= new();
                _second.Spawn(work);
            }

            public object Clone() => this;

            // the end

            public async ValueTask DisposeAsync()
            {
                await _first.DisposeAsync();
                if (_second is not null)
                {
                    await _second.DisposeAsync();
                }
            }
        }
        """);

    [Fact]
    public Task Names_are_written_in_full_where_nothing_imports_them() => new FixTest(
        Async,
        """
        #nullable enable
        class Worker
        {
            private JoinSets.JoinSet? {|JOIN006:@lock|};

            void Start() => @lock = new();

            void Again() => @lock?.Spawn(null!);
        }
        """,
        """
        #nullable enable
        class Worker : System.IAsyncDisposable
        {
            private JoinSets.JoinSet? @lock;

            void Start() => @lock = new();

            void Again() => @lock?.Spawn(null!);

            public System.Threading.Tasks.ValueTask DisposeAsync() => @lock?.DisposeAsync() ?? default;
        }
        """).RunAsync();

    [Fact]
    public Task Type_that_has_Dispose_calls_it_too() => VerifyAsync(
        Async,
        """
        public sealed class Worker : IDisposable
        {
            private readonly JoinSet {|JOIN006:_set|} = new();

            public void Start() => _set.Spawn(Do.Step);

            public void Dispose() => Console.WriteLine("end");
        }
        """,
        """
        public sealed class Worker : IDisposable, IAsyncDisposable
        {
            private readonly JoinSet _set = new();

            public void Start() => _set.Spawn(Do.Step);

            public void Dispose() => Console.WriteLine("end");

            public async ValueTask DisposeAsync()
            {
                await _set.DisposeAsync();
                Dispose();
            }
        }
        """);

    [Theory]
    [InlineData("public ValueTask DisposeAsync() => default;", "public ValueTask DisposeAsync() => _set.DisposeAsync();")]
    [InlineData("public ValueTask DisposeAsync() => ValueTask.CompletedTask;", "public ValueTask DisposeAsync() => _set.DisposeAsync();")]
    [InlineData(
        "public ValueTask DisposeAsync() => _file.DisposeAsync();",
        "public async ValueTask DisposeAsync()\n    {\n        await _set.DisposeAsync();\n        await _file.DisposeAsync();\n    }")]
    [InlineData(
        "public async ValueTask DisposeAsync() => await _file.DisposeAsync();",
        "public async ValueTask DisposeAsync()\n    {\n        await _set.DisposeAsync();\n        await _file.DisposeAsync();\n    }")]
    [InlineData(
        "public async ValueTask DisposeAsync()\n    {\n        // first\n        await _file.DisposeAsync();\n    }",
        "public async ValueTask DisposeAsync()\n    {\n        await _set.DisposeAsync();\n        // first\n        await _file.DisposeAsync();\n    }")]
    [InlineData(
        "public ValueTask DisposeAsync()\n    {\n        Console.WriteLine();\n        return default;\n    }",
        "public async ValueTask DisposeAsync()\n    {\n        await _set.DisposeAsync();\n        Console.WriteLine();\n    }")]
    [InlineData(
        "public ValueTask DisposeAsync()\n    {\n        return _file.DisposeAsync();\n    }",
        "public async ValueTask DisposeAsync()\n    {\n        await _set.DisposeAsync();\n        await _file.DisposeAsync();\n    }")]
    [InlineData(
        "public async ValueTask DisposeAsync() { await DisposeAsyncCore(); }\n    protected virtual ValueTask DisposeAsyncCore() => default;",
        "public async ValueTask DisposeAsync() { await DisposeAsyncCore(); }\n    protected virtual ValueTask DisposeAsyncCore() => _set.DisposeAsync();")]
    public Task DisposeAsync_that_is_there_is_extended(string before, string after) => VerifyAsync(Async, Extended("{|JOIN006:_set|}", before), Extended("_set", after));

    [Theory]
    [InlineData("DisposeAsync", "public virtual ValueTask DisposeAsync() => default;", "public")]
    [InlineData("DisposeAsyncCore", "public async ValueTask DisposeAsync() => await DisposeAsyncCore(); protected virtual ValueTask DisposeAsyncCore() => default;", "protected")]
    public Task Virtual_one_of_the_base_is_overridden(string name, string members, string access) => VerifyAsync(
        Async,
        $$"""
        public class Base : IAsyncDisposable { {{members}} }
        public class Worker : Base
        {
            private readonly JoinSet {|JOIN006:_set|} = new();

            public void Start() => _set.Spawn(Do.Step);
        }
        """,
        $$"""
        public class Base : IAsyncDisposable { {{members}} }
        public class Worker : Base
        {
            private readonly JoinSet _set = new();

            public void Start() => _set.Spawn(Do.Step);

            {{access}} override async ValueTask {{name}}()
            {
                await _set.DisposeAsync();
                await base.{{name}}();
            }
        }
        """);

    [Theory]
    [InlineData("public void Dispose() => _file.Dispose();", "public void Dispose()\n    {\n        _set.Dispose();\n        _file.Dispose();\n    }")]
    [InlineData("public void Dispose()\n    {\n        _file.Dispose(); // the file\n    }", "public void Dispose()\n    {\n        _set.Dispose();\n        _file.Dispose(); // the file\n    }")]
    [InlineData("public void Dispose()\n    {\n    }", "public void Dispose()\n    {\n        _set.Dispose();\n    }")]
    [InlineData("public void Dispose() { }", "public void Dispose() { _set.Dispose(); }")]
    [InlineData(
        "public void Dispose() => Dispose(true);\n    protected virtual void Dispose(bool disposing)\n    {\n        if (disposing)\n        {\n            _file.Dispose();\n        }\n    }",
        "public void Dispose() => Dispose(true);\n    protected virtual void Dispose(bool disposing)\n    {\n        if (disposing)\n        {\n            _set.Dispose();\n            _file.Dispose();\n        }\n    }")]
    public Task Dispose_that_is_there_is_extended(string before, string after) => VerifyAsync(Sync, Extended("{|JOIN006:_set|}", before), Extended("_set", after));

    [Theory]
    [InlineData("class W { JoinSet _set = new(); void S() => _set.Spawn(Do.Step); }", Async)]
    [InlineData("struct W { JoinSet _set; public W() => _set = new(); void S() => _set.Spawn(Do.Step); }", Async)]
    [InlineData("record W(int A) { JoinSet _set = new(); void S() => _set.Spawn(Do.Step); public void Dispose() { } }", Async + "," + Sync)]
    [InlineData("ref struct W { JoinSet _set; public W() => _set = new(); void S() => _set.Spawn(Do.Step); }", "")]
    [InlineData("ref struct W { JoinSet _set; public W() => _set = new(); void S() => _set.Spawn(Do.Step); public void Dispose() { } }", Sync)]
    [InlineData("class W { JoinSet _set = new(); void S() => _set.Spawn(Do.Step); void DisposeAsync(int a) { } }", "")]
    [InlineData("class W { JoinSet _set = new(); void S() => _set.Spawn(Do.Step); public Task<int> DisposeAsync() => Task.FromResult(1); }", "")]
    [InlineData("class B : IAsyncDisposable { public ValueTask DisposeAsync() => default; } class W : B { JoinSet _set = new(); void S() => _set.Spawn(Do.Step); }", "")]
    public async Task Offers_what_can_be_done(string type, string keys)
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(Snippet.OfFile(type), "JOIN006");

        Assert.Equal(keys, string.Join(",", offered.Select(static action => action.EquivalenceKey)));
    }

    private static string Extended(string set, string member) => $$"""
        public class Worker : IDisposable, IAsyncDisposable
        {
            private readonly JoinSet {{set}} = new();
            private readonly File _file = new();

            public void Start() => _set.Spawn(Do.Step);
            {{member}}
        {{(member.Contains("DisposeAsync()", StringComparison.Ordinal) ? "    void IDisposable.Dispose() { }" : "    ValueTask IAsyncDisposable.DisposeAsync() => default;")}}
        }
        public sealed class File : IDisposable, IAsyncDisposable { public void Dispose() { } public ValueTask DisposeAsync() => default; }
        """;

    private static Task VerifyAsync(string key, string before, string after)
        => new FixTest(key, "#nullable enable\n" + Snippet.Usings + Snippet.Work + before, "#nullable enable\n" + Snippet.Usings + Snippet.Work + after).RunAsync();

    [Fact]
    public Task An_explicit_Dispose_is_called_too() => VerifyAsync(
        Async,
        """
        public sealed class Worker(System.IO.Stream log) : IDisposable
        {
            private readonly JoinSet {|JOIN006:_set|} = new();

            public void Start() => _set.Spawn(Do.Step);

            void IDisposable.Dispose() => log.Dispose();
        }
        """,
        """
        public sealed class Worker(System.IO.Stream log) : IDisposable, IAsyncDisposable
        {
            private readonly JoinSet _set = new();

            public void Start() => _set.Spawn(Do.Step);

            void IDisposable.Dispose() => log.Dispose();

            public async ValueTask DisposeAsync()
            {
                await _set.DisposeAsync();
                ((IDisposable)this).Dispose();
            }
        }
        """);
}
