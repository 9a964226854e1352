using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN003_EndlessRespawn;

/// <summary>The ways to ask whether a set is at its end, and those that ask for something else.</summary>
public sealed class EndlessRespawnFormsTests
{
    private const string Spawn = "set.Spawn(Do.Count); // JOIN003\n";

    [Theory]
    [InlineData("while (!(set.Count == 0)) { await set.JoinNextAsync();\n" + Spawn + "}")]
    [InlineData("while (!(set.Count <= 0)) { await set.JoinNextAsync();\n" + Spawn + "}")]
    [InlineData("while (!(set.Count < 1)) { await set.JoinNextAsync();\n" + Spawn + "}")]
    [InlineData("while (0 < set.Count) { await set.JoinNextAsync();\n" + Spawn + "}")]
    [InlineData("while (null != await set.JoinNextAsync()) {\n" + Spawn + "}")]
    [InlineData("while (await set.JoinNextAsync() is JoinResult<int>) {\n" + Spawn + "}")]
    [InlineData("while (await set.JoinNextAsync() is JoinSets.JoinResult<int> r) {\n" + Spawn + "}")]
    [InlineData("while (await set.JoinNextAsync() is global::JoinSets.JoinResult<int> r) {\n" + Spawn + "}")]
    [InlineData("while (set.JoinNextAsync().AsTask().GetAwaiter().GetResult() is { } r) {\n" + Spawn + "}")]
    public async Task Reports_when_the_condition_is(string loop) => await VerifyAsync(loop);

    [Theory]
    [InlineData("var r = await set.JoinNextAsync() ?? throw new InvalidOperationException();")]
    [InlineData("var r = await set.JoinNextAsync(); _ = r is null ? throw new InvalidOperationException() : 1;")]
    [InlineData("var r = await set.JoinNextAsync(); _ = r is { } ? 1 : throw new InvalidOperationException();")]
    [InlineData("var r = await set.JoinNextAsync(); switch (r) { case null: return; default: break; }")]
    [InlineData("if (null == await set.JoinNextAsync()) break;")]
    public async Task Reports_when_an_endless_loop_is_left_only_by(string turn) => await VerifyAsync("while (true) { " + turn + "\n" + Spawn + "}");

    [Theory]
    [InlineData("_ = r is null ? 1 : throw new InvalidOperationException();")]
    [InlineData("_ = r is { } ? throw new InvalidOperationException() : 1;")]
    [InlineData("switch (r) { case null: case { IsFaulted: true }: return; default: break; }")]
    [InlineData("switch (name) { case null: return; default: break; }")]
    [InlineData("if (name is null) break;")]
    [InlineData("_ = name ?? throw new InvalidOperationException();")]
    public async Task Stays_quiet_when_an_endless_loop_is_left_by(string turn)
        => await VerifyAsync("string? name = null; while (true) { var r = await set.JoinNextAsync(); if (r is null) break; " + turn + " set.Spawn(Do.Count); }");

    [Theory]
    [InlineData("while (await set.JoinNextAsync() is (_, null)) { set.Spawn(Do.Count); }")]
    [InlineData("while (!set.IsEmpty) { await other.JoinNextAsync(); set.Spawn(Do.Count); }")]
    [InlineData("while (!other.IsEmpty) { await set.JoinNextAsync(); set.Spawn(Do.Count); }")]
    [InlineData("int size = 9; while (await set.JoinNextAsync() is { } r) { if (--size > 0) set.Spawn(Do.Count); }")]
    [InlineData("int size = 9; while (await set.JoinNextAsync() is { } r) { (size, _) = (size - 1, 0); if (size > 0) set.Spawn(Do.Count); }")]
    public async Task Stays_quiet_when_the_condition_is(string loop) => await VerifyAsync(loop);

    private static Task VerifyAsync(string loop)
        => Snippet.OfStatements("var other = new JoinSet<int>(); var set = new JoinSet<int>(); set.Spawn(Do.Count);\n" + loop).VerifyAsync("JOIN003");
}
