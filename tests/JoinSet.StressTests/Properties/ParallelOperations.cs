using CsCheck;
using Operation = CsCheck.GenOperation<JoinSets.StressTests.Properties.ParallelProbe, JoinSets.StressTests.Properties.ParallelModel>;

namespace JoinSets.StressTests.Properties;

/// <summary>The calls of the parallel runs.</summary>
internal static class ParallelOperations
{
    private static readonly Gen<ParallelCall> s_calls =
        Gen.Select(Gen.Int[0, SlotSet.Slots - 1], Gen.Enum<Ending>()).Select((slot, ending) => new ParallelCall(slot, ending));

    private static readonly Operation s_spawn = Of("Spawn", (set, call) => set.Spawn(call));
    private static readonly Operation s_add = Of("Add", (set, call) => set.Add(call.Slot));
    private static readonly Operation s_end = Of("End", (set, call) => set.End(call.Slot, call.Ending));
    private static readonly Operation s_abort = Of("Abort", (set, call) => set.Abort(call.Slot));
    private static readonly Operation s_isFinished = Of("IsFinished", (set, call) => set.IsFinished(call.Slot));
    private static readonly Operation s_tryJoinNext = Of("TryJoinNext", (set, _) => set.TryJoinNext());
    private static readonly Operation s_count = Of("Count", (set, _) => set.Count());
    private static readonly Operation s_abortAll = Of("AbortAll", (set, _) => set.AbortAll());
    private static readonly Operation s_detachAll = Of("DetachAll", (set, _) => set.DetachAll());
    private static readonly Operation s_dispose = Of("Dispose", (set, _) => set.Dispose());

    /// <summary>Calls on single tasks, and on the set as far as they take effect at one moment.</summary>
    internal static Operation[] OnTasks { get; } =
        [s_spawn, s_spawn, s_spawn, s_add, s_end, s_end, s_end, s_abort, s_isFinished, s_tryJoinNext, s_tryJoinNext, s_count, s_detachAll];

    /// <summary>Calls that strike all tasks at once.</summary>
    internal static Operation[] OnAll { get; } =
        [s_spawn, s_spawn, s_spawn, s_end, s_end, s_abortAll, s_isFinished, s_tryJoinNext, s_tryJoinNext, s_count, s_detachAll, s_dispose];

    private static Operation Of(string name, Func<SlotSet, ParallelCall, string> make) => s_calls.Operation<ParallelProbe, ParallelModel>(
        call => $"{name} {call.Slot} {call.Ending}",
        (probe, call) => call.Answer = make(probe, call),
        (model, call) => model.Compare(call, make(model, call)));
}
