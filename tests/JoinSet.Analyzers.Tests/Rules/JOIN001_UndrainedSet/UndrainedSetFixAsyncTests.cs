using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CodeActions;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN001_UndrainedSet;

/// <summary>Which functions become async for a fix that awaits, how, and which are left alone.</summary>
public sealed class UndrainedSetFixAsyncTests
{
    private const string JoinAll = "JOIN001.JoinAll";

    private const string Leak = "\nvar set = new JoinSet();\nset.Spawn(Do.Step);\n";

    [Theory]
    [InlineData("Task Run()", "return Task.CompletedTask;", "async Task Run()", "")]
    [InlineData("ValueTask Run()", "return default;", "async ValueTask Run()", "")]
    [InlineData("ValueTask Run()", "return default(ValueTask);", "async ValueTask Run()", "")]
    [InlineData("ValueTask Run()", "return ValueTask.CompletedTask;", "async ValueTask Run()", "")]
    [InlineData("Task Run()", "return Do.Step(default);", "async Task Run()", "\n        await Do.Step(default);")]
    [InlineData("Task<int> Run()", "return Task.FromResult(6 * 7);", "async Task<int> Run()", "\n        return 6 * 7;")]
    [InlineData("Task<long> Run()", "return Task.FromResult<long>(42);", "async Task<long> Run()", "\n        return await Task.FromResult<long>(42);")]
    [InlineData("ValueTask<int> Run()", "return ValueTask.FromResult(42);", "async ValueTask<int> Run()", "\n        return 42;")]
    [InlineData("ValueTask<int> Run()", "return new ValueTask<int>(42);", "async ValueTask<int> Run()", "\n        return await new ValueTask<int>(42);")]
    [InlineData("Task<int> Run()", "return Do.Count(default);", "async Task<int> Run()", "\n        return await Do.Count(default);")]
    [InlineData("Task<int> Run(bool b)", "return b ? Do.Count(default) : Task.FromResult(2);", "async Task<int> Run(bool b)", "\n        return await (b ? Do.Count(default) : Task.FromResult(2));")]
    [InlineData("Task<int> Run()", "return(Do.Count(default));", "async Task<int> Run()", "\n        return await (Do.Count(default));")]
    [InlineData("Task<int> Run()", "return Task.FromResult(/* why */ 42);", "async Task<int> Run()", "\n        return await Task.FromResult(/* why */ 42);")]
    [InlineData("Task Run()", "return /* why */ Task.CompletedTask;", "async Task Run()", "\n        await /* why */ Task.CompletedTask;")]
    [InlineData("Task Run()", "return Task.CompletedTask; // why", "async Task Run()", "\n        return; // why")]
    [InlineData("public static Task Run()", "return Task.CompletedTask;", "public static async Task Run()", "")]
    [InlineData("[Obsolete] public virtual Task /* kept */ Run()", "return Task.CompletedTask;", "[Obsolete] public virtual async Task /* kept */ Run()", "")]
    [InlineData("public partial Task Run(); public partial Task Run()", "return Task.CompletedTask;", "public partial Task Run(); public async partial Task Run()", "")]
    [InlineData("void OnClick(object? sender, EventArgs e)", "", "async void OnClick(object? sender, EventArgs e)", "")]
    [InlineData("void OnKey(object sender, ConsoleCancelEventArgs e)", "", "async void OnKey(object sender, ConsoleCancelEventArgs e)", "")]
    public async Task Fix_makes_the_method_async(string head, string returns, string asyncHead, string asyncReturns)
    {
        string before = Method(head, "\n        set.Spawn(Do.Step);" + (returns.Length == 0 ? "" : "\n        " + returns));
        string after = Method(asyncHead, "\n        set.Spawn(Do.Step);\n        await set.JoinAllAsync();" + asyncReturns);

        Assert.Equal(after, await Workbench.FixAsync(new Snippet(before), JoinAll));
    }

    [Theory]
    [InlineData("static void Main()", "", "static async Task Main()", "")]
    [InlineData("static void Main(string[] args)", "", "static async Task Main(string[] args)", "")]
    [InlineData("static int Main(string[] args)", "\n        return 3;", "static async Task<int> Main(string[] args)", "\n        return 3;")]
    public async Task Fix_makes_the_entry_point_async(string head, string returns, string asyncHead, string asyncReturns)
    {
        string before = Method(head, "\n        set.Spawn(Do.Step);" + returns);
        string after = Method(asyncHead, "\n        set.Spawn(Do.Step);\n        await set.JoinAllAsync();" + asyncReturns);

        Assert.Equal(after, await Workbench.FixAsync(new Snippet(before), JoinAll));
    }

    [Fact]
    public async Task Fix_writes_the_full_name_of_Task_where_the_short_one_is_not_in_scope()
    {
        const string Source = "static class Program\n{\n    static void Main()\n    {\n        var set = new JoinSets.JoinSet();\n        set.Spawn(ct => System.Threading.Tasks.Task.CompletedTask);\n    }\n}\n";

        string? after = await Workbench.FixAsync(new Snippet(Source), JoinAll);

        Assert.Contains("static async System.Threading.Tasks.Task Main()", after, StringComparison.Ordinal);
    }

    [Fact]
    public Task Fix_makes_a_lambda_async() => FixTest.VerifyMembersAsync(
        JoinAll,
        """
        Func<CancellationToken, Task<int>> Run() => token =>
        {
            var {|JOIN001:set|} = new JoinSet();
            set.Spawn(Do.Step);
            return Task.FromResult(1);
        };
        """,
        """
        Func<CancellationToken, Task<int>> Run() => async token =>
        {
            var set = new JoinSet();
            set.Spawn(Do.Step);
            await set.JoinAllAsync();
            return 1;
        };
        """);

    [Fact]
    public Task Fix_makes_every_function_on_its_own_async() => FixTest.VerifyMembersAsync(
        JoinAll,
        """
        static void Outer()
        {
            Func<Task> inner = static () =>
            {
                var {|JOIN001:set|} = new JoinSet();
                set.Spawn(Do.Step);
                return Task.CompletedTask;
            };
            Task Local(int x)
            {
                var {|JOIN001:tasks|} = new JoinSet();
                tasks.Spawn(Do.Step);
                if (x > 1)
                    return inner();
                return Task.CompletedTask;
            }

            Func<Task> old = delegate
            {
                var {|JOIN001:jobs|} = new JoinSet();
                jobs.Spawn(Do.Step);
                return Local(1);
            };
        }
        """,
        """
        static void Outer()
        {
            Func<Task> inner = static async () =>
            {
                var set = new JoinSet();
                set.Spawn(Do.Step);
                await set.JoinAllAsync();
            };
            async Task Local(int x)
            {
                var tasks = new JoinSet();
                tasks.Spawn(Do.Step);
                if (x > 1)
                {
                    await tasks.JoinAllAsync();
                    await inner();
                    return;
                }
                await tasks.JoinAllAsync();
            }

            Func<Task> old = async delegate
            {
                var jobs = new JoinSet();
                jobs.Spawn(Do.Step);
                await jobs.JoinAllAsync();
                await Local(1);
            };
        }
        """);

    [Theory]
    [InlineData("void Run() {" + Leak + "}")]
    [InlineData("int Run() {" + Leak + "return 1; }")]
    [InlineData("private void Run() {" + Leak + "}")]
    [InlineData("void Run() { Inner(); void Inner() {" + Leak + "} }")]
    [InlineData("void Run() { Action action = () => {" + Leak + "}; }")]
    [InlineData("Program() {" + Leak + "}")]
    [InlineData("~Program() {" + Leak + "}")]
    [InlineData("int Value { get {" + Leak + "return 1; } }")]
    [InlineData("int this[int index] { get {" + Leak + "return 1; } }")]
    [InlineData("event EventHandler Changed { add {" + Leak + "} remove { } }")]
    [InlineData("public static Program operator +(Program a, Program b) {" + Leak + "return a; }")]
    [InlineData("IEnumerable<int> Run() {" + Leak + "yield return 1; }")]
    [InlineData("IAsyncEnumerable<int> Run() {" + Leak + "return null!; }")]
    [InlineData("Task Run(ref int x) {" + Leak + "return Task.CompletedTask; }")]
    [InlineData("Task Run(out int x) { x = 1;" + Leak + "return Task.CompletedTask; }")]
    [InlineData("Task Run(in int x) {" + Leak + "return Task.CompletedTask; }")]
    [InlineData("Task Run(Span<int> x) {" + Leak + "return Task.CompletedTask; }")]
    [InlineData("unsafe Task Run(int* x) {" + Leak + "return Task.CompletedTask; }")]
    [InlineData("unsafe Task Run() {" + Leak + "return Task.CompletedTask; }")]
    [InlineData("Task Run() { Span<int> x = stackalloc int[1];" + Leak + "return Task.CompletedTask; }")]
    [InlineData("Task Run(int[] x) { ref int y = ref x[0];" + Leak + "return Task.CompletedTask; }")]
    [InlineData("Task Run() { lock (this) {" + Leak + "} return Task.CompletedTask; }")]
    [InlineData("async Task Run() { await Task.Yield(); lock (this) {" + Leak + "} }")]
    [InlineData("async Task Run(int[] a) { await Task.Yield(); unsafe {" + Leak + "} }")]
    [InlineData("[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)] Task Run() {" + Leak + "return Task.CompletedTask; }")]
    [InlineData("Task Run(bool b) { lock (this) { if (b) return Do.Step(default); }" + Leak + "return Task.CompletedTask; }")]
    [InlineData("struct Point { int _x; Task Run() { _x++;" + Leak + "return Task.CompletedTask; } }")]
    [InlineData("[STAThread] static void Main() {" + Leak + "}")]
    [InlineData("Task Run() {" + Leak + "return null!; }")]
    [InlineData("Task<int> Run() {" + Leak + "return default!; }")]
    [InlineData("ValueTask<int> Run() {" + Leak + "return new(1); }")]
    public async Task Only_DetachAll_is_offered_where_nothing_can_be_awaited(string member)
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(Snippet.OfMembers(member), "JOIN001");

        Assert.Equal(["JOIN001.Detach"], offered.Select(static action => action.EquivalenceKey));
    }

    [Theory]
    [InlineData("for (var set = new JoinSet(); set.Count < 3;) set.Spawn(Do.Step);")]
    [InlineData("var set = new JoinSet(); set.Spawn(Do.Step); if (flag) set.Dispose();")]
    [InlineData("var set = new JoinSet(); using (set) { set.Spawn(Do.Step); } set.Dispose();")]
    public async Task Nothing_is_offered_where_the_life_of_the_set_has_no_plain_end(string statements)
        => Assert.Empty(await Workbench.OfferedAsync(Snippet.OfStatements(statements), "JOIN001"));

    private static string Method(string head, string statements)
        => Snippet.Usings + Snippet.Work + "partial class Program\n{\n    " + head + "\n    {\n        var set = new JoinSet();" + statements + "\n    }\n}\n";
}
