using CsCheck;

namespace JoinSets.StressTests.Properties;

/// <summary>What may be done to a set, each on the real one and on the model, and how often in proportion.</summary>
internal static class SetOperations
{
    private static readonly Gen<int> s_choice = Gen.Int[0, 99];

    private static readonly (int Weight, GenOperation<SetProbe, SetModel> Operation)[] s_table =
    [
        (16, Gen.Select(Gen.Enum<SpawnWay>(), Gen.Bool).Operation<SetProbe, SetModel>(
            way => $"Spawn {way}", (probe, way) => probe.Spawn(way.Item1, way.Item2), (model, way) => model.Spawn(way.Item1))),
        (20, Gen.Select(s_choice, Gen.Enum<Ending>()).Operation<SetProbe, SetModel>(
            end => $"End {end}", (probe, end) => probe.End(end.Item1, end.Item2), (model, end) => model.End(end.Item1, end.Item2))),
        (10, s_choice.Operation<SetProbe, SetModel>(
            job => $"Abort {job}", (probe, job) => probe.Abort(job), (model, job) => model.Abort(job))),
        (12, Gen.Operation<SetProbe, SetModel>("TryJoinNext", probe => probe.TryJoinNext(), model => model.TryJoinNext())),
        (12, Gen.Int[0, 9].Operation<SetProbe, SetModel>(
            roll => roll == 0 ? "Join (cancelled before)" : "Join", (probe, roll) => probe.Join(roll == 0), (model, roll) => model.Join(roll == 0))),
        (8, s_choice.Operation<SetProbe, SetModel>(
            join => $"CancelJoin {join}", (probe, join) => probe.CancelJoin(join), (model, join) => model.CancelJoin(join))),
        (3, Gen.Operation<SetProbe, SetModel>("AbortAll", probe => probe.AbortAll(), model => model.AbortAll())),
        (3, Gen.Operation<SetProbe, SetModel>("DetachAll", probe => probe.DetachAll(), model => model.DetachAll())),
        (2, Gen.Operation<SetProbe, SetModel>("JoinAll", probe => probe.JoinAll(), model => model.JoinAll())),
        (2, Gen.Operation<SetProbe, SetModel>("Shutdown", probe => probe.Shutdown(), model => model.Shutdown())),
        (1, Gen.Operation<SetProbe, SetModel>("CancelParent", probe => probe.CancelParent(), model => model.CancelParent())),
        (1, Gen.Operation<SetProbe, SetModel>("Dispose", probe => probe.DisposeSet(), model => model.Dispose())),
        (1, Gen.Operation<SetProbe, SetModel>("DisposeAsync", probe => probe.DisposeSetAsync(), model => model.DisposeAsync())),
    ];

    /// <summary>The library draws evenly, so a row stands here as often as it weighs.</summary>
    internal static GenOperation<SetProbe, SetModel>[] All { get; } =
        [.. s_table.SelectMany(row => Enumerable.Repeat(row.Operation, row.Weight))];
}
