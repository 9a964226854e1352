using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Typestate;

/// <summary>What a method of the same compilation does to a set that it is given, or makes one.</summary>
public sealed class HelperTests
{
    private const string Helpers = """
        static async Task Fill(JoinSet<int> it, List<string> urls) { foreach (var url in urls) { it.Spawn(Do.Count); await Task.Yield(); } }
        static void FillNow(JoinSet<int> it) => it.Spawn(Do.Count);
        static Task Drain(JoinSet<int> it) => DrainDeeper(it);
        static async Task DrainDeeper(JoinSet<int> it) { await foreach (var r in it) r.ThrowIfFailed(); }
        static async Task DrainSometimes(JoinSet<int> it, string when) { if (when == "") await it.JoinAllAsync(); }
        static async Task DrainIf(JoinSet<int> it, bool condition) { if (condition) await it.JoinAllAsync(); }
        static async Task<bool> TryDrain(JoinSet<int> it, string when) { if (when == "") { await it.JoinAllAsync(); return true; } return false; }
        static async Task DrainIfAny(JoinSet<int>? it) { if (it is null) return; await it.JoinAllAsync(); }
        static async Task JoinOne(JoinSet<int> it) { var r = await it.JoinNextAsync(); r?.ThrowIfFailed(); }
        static void Stop(JoinSet<int> it) => it.AbortAll();
        static void Kill(JoinSet<int> it) => it.Dispose();
        static void Keep(JoinSet<int> it) => s_kept = it;
        static JoinSet<int> Same(JoinSet<int> it) => it;
        static void Recurse(JoinSet<int> it, int depth) { if (depth > 0) Recurse(it, depth - 1); }
        static void Look(JoinSet<int> it) => Console.WriteLine(it.Count);
        protected virtual void Unknown(JoinSet<int> it) { }
        static JoinSet<int>? s_kept;
        static JoinSet<int> Make() => new();
        static JoinSet<int> MakeFilled(bool often) { var made = new JoinSet<int>(); if (often) made.Spawn(Do.Count); made.Spawn(Do.Count); return made; }
        static async Task<JoinSet<int>> MakeLater() { var made = new JoinSet<int>(); await Task.Yield(); made.Spawn(Do.Count); return made; }
        static JoinSet<int> MakeKept() { var made = new JoinSet<int>(); s_kept = made; return made; }
        static JoinSet<int> MakeOrGet() => s_kept ?? new JoinSet<int>();

        """;

    [Theory]
    [InlineData("var set = new JoinSet<int>(); // JOIN001\nawait Fill(set, urls);")]
    [InlineData("var set = new JoinSet<int>(); // JOIN001\nFillNow(set);")]
    [InlineData("var set = new JoinSet<int>(); // JOIN001\nFillNow(set); Look(set);")]
    [InlineData("var set = new JoinSet<int>(); // JOIN001\nFillNow(set); await DrainSometimes(set, urls[0]);")]
    [InlineData("var set = new JoinSet<int>(); // JOIN001\nFillNow(set); await DrainIf(set, flag);")]
    [InlineData("var set = new JoinSet<int>(); // JOIN001\nawait Fill(set, urls); await JoinOne(set);")]
    [InlineData("var set = new JoinSet<int>(); // JOIN001\nFillNow(set); Kill(set);")]
    [InlineData("var set = new JoinSet<int>();\nFillNow(set);\nStop(set); // JOIN002")]
    [InlineData("var set = new JoinSet<int>();\nKill(set);\nset.Spawn(Do.Count); // JOIN017")]
    [InlineData("var set = Make(); // JOIN001\nset.Spawn(Do.Count);")]
    [InlineData("var set = MakeFilled(flag); // JOIN001")]
    [InlineData("var set = await MakeLater(); // JOIN001")]
    [InlineData("using var set = await MakeLater().ConfigureAwait(false); // JOIN001")]
    public async Task Reports_what_helpers_leave(string statements) => await VerifyAsync(statements);

    [Theory]
    [InlineData("var set = new JoinSet<int>(); await Fill(set, urls); await Drain(set);")]
    [InlineData("var set = new JoinSet<int>(); FillNow(set); var draining = Drain(set); await draining;")]
    [InlineData("var set = new JoinSet<int>(); FillNow(set); if (!await TryDrain(set, urls[0])) await set.ShutdownAsync();")]
    [InlineData("var set = new JoinSet<int>(); FillNow(set); await DrainIf(set, flag); if (!flag) await set.ShutdownAsync();")]
    [InlineData("var set = new JoinSet<int>(); FillNow(set); await DrainIf(set, true);")]
    [InlineData("var set = new JoinSet<int>(); FillNow(set); await DrainIfAny(set);")]
    [InlineData("var set = new JoinSet<int>(); set.Spawn(Do.Count); await JoinOne(set);")]
    [InlineData("var set = new JoinSet<int>(); FillNow(set); Keep(set);")]
    [InlineData("var set = new JoinSet<int>(); FillNow(set); var same = Same(set); await same.JoinAllAsync();")]
    [InlineData("var set = new JoinSet<int>(); FillNow(set); Recurse(set, 3);")]
    [InlineData("var set = new JoinSet<int>(); FillNow(set); new Program().Unknown(set);")]
    [InlineData("var set = new JoinSet<int>(); FillNow(set); _ = Drain(set);")]
    [InlineData("var set = new JoinSet<int>(); Look(set);")]
    [InlineData("var set = new JoinSet<int>(); FillNow(set); Stop(set); await Drain(set);")]
    [InlineData("var set = MakeFilled(flag); await Drain(set);")]
    [InlineData("await using var set = await MakeLater(); await foreach (var r in set) r.ThrowIfFailed();")]
    [InlineData("var set = Make();")]
    [InlineData("var set = MakeKept(); set.Spawn(Do.Count);")]
    [InlineData("var set = MakeOrGet(); set.Spawn(Do.Count);")]
    public async Task Stays_quiet_when_helpers_see_to_it_or_may(string statements) => await VerifyAsync(statements);

    private static Task VerifyAsync(string statements) => Snippet
        .OfMembers(Helpers + "static async Task Run(List<string> urls, bool flag, CancellationToken token)\n{\nawait Task.Yield();\n" + statements + "\n}")
        .VerifyAsync("JOIN001", "JOIN002", "JOIN017");

    [Theory]
    [InlineData("Console.WriteLine(it.Count)", "await using var set = new JoinSet<int>(); // JOIN001")]
    [InlineData("it.DetachAll()", "await using var set = new JoinSet<int>();")]
    public async Task Partial_methods_are_read_where_they_are_written(string does, string declaration)
        => await Snippet.OfFile("partial class Jobs { partial void Hook(JoinSet<int> it); async Task Run() {\n" + declaration + "\nset.Spawn(Do.Count); Hook(set); await Task.Yield(); } } partial class Jobs { partial void Hook(JoinSet<int> it) => " + does + "; }")
            .VerifyAsync("JOIN001");
}
