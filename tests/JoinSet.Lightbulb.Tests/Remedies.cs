using System.Reflection;
using JoinSets.Lightbulb.Tests.Editor;

namespace JoinSets.Lightbulb.Tests;

/// <summary>What the lightbulb says for each fix, by the fix's key; and the program in which it is offered.</summary>
internal static class Remedies
{
    internal static IReadOnlyList<(string Key, string Title, string Program)> Table { get; } =
    [
        ("JOIN001.JoinLoop", "Join the tasks in a loop", "JOIN001_UndrainedSet"),
        ("JOIN001.JoinAll", "Await all tasks: JoinAllAsync()", "JOIN001_UndrainedSet"),
        ("JOIN001.Shutdown", "Abort the tasks and await their end: ShutdownAsync()", "JOIN001_UndrainedSet"),
        ("JOIN001.Detach", "Let the tasks run on: DetachAll()", "JOIN001_UndrainedSet"),
        ("JOIN001.Using", "Dispose the set: await using", "JOIN001.Using"),
        ("JOIN002.Shutdown", "Abort and await their end: ShutdownAsync()", "JOIN002_AbortWithoutReap"),
        ("JOIN002.ReapLoop", "Reap the tasks in a loop", "JOIN002_AbortWithoutReap"),
        ("JOIN003.Counter", "Bound the new tasks with a counter", "JOIN003_EndlessRespawn"),
        ("JOIN003.Condition", "Spawn only while a condition holds", "JOIN003_EndlessRespawn"),
        ("JOIN004.Gather", "Return the value and gather it from the join results", "JOIN004_UnsafeSharedCapture"),
        ("JOIN004.Concurrent", "Use the concurrent collection", "JOIN004_UnsafeSharedCapture"),
        ("JOIN004.SharedRandom", "Use Random.Shared", "JOIN004.SharedRandom"),
        ("JOIN004.Interlocked", "Write it with Interlocked", "JOIN004.Interlocked"),
        ("JOIN004.Lock", "Lock every use", "JOIN004_UnsafeSharedCapture"),
        ("JOIN004.SpawnLocal", "Run the tasks on this thread: SpawnLocal", "JOIN004_UnsafeSharedCapture"),
        ("JOIN005.Finish", "Abort the rest and finish the loop: AbortAll()", "JOIN005_EarlyExit"),
        ("JOIN005.Shutdown", "Abort the rest and await their end before leaving: ShutdownAsync()", "JOIN005_EarlyExit"),
        ("JOIN006.DisposeAsync", "Dispose of the set in DisposeAsync()", "JOIN006_UndisposedSetField"),
        ("JOIN006.Dispose", "Dispose of the set in Dispose()", "JOIN006.Dispose"),
        ("JOIN007.Error", "Let the task fail and take the exception from its result", "JOIN007.Error"),
        ("JOIN007.Interlocked", "Write it with Interlocked", "JOIN007_UnsynchronizedWrite"),
        ("JOIN007.Copy", "Give each task a copy", "JOIN007.Copy"),
        ("JOIN007.Return", "Return the value and take it from the join results", "JOIN007_UnsynchronizedWrite"),
        ("JOIN007.Volatile", "Read and write the flag with Volatile", "JOIN007.Volatile"),
        ("JOIN008.Inside", "Make it inside the task", "JOIN008.Inside"),
        ("JOIN008.Drain", "Join the tasks first", "JOIN008_CaptureOutlivedByTask"),
        ("JOIN008.Order", "Declare it before the set, with await using", "JOIN008.Order"),
        ("JOIN009.Throw", "Throw if the task failed: ThrowIfFailed()", "JOIN009_IgnoredJoinResult"),
        ("JOIN009.JoinAll", "Await all tasks: JoinAllAsync()", "JOIN009.JoinAll"),
        ("JOIN010.Await", "Await instead of blocking", "JOIN010_BlockingCall"),
        ("JOIN010.SpawnBlocking", "Run the work on a thread of its own: SpawnBlocking", "JOIN010_BlockingCall"),
        ("JOIN011.OwnToken", "Pass the task's own token on", "JOIN011_UnreachableByAbort"),
        ("JOIN011.LinkedToken", "Pass a token that is linked with both", "JOIN011.LinkedToken"),
        ("JOIN012.JoinLoop", "Take the tasks as they finish: JoinSet", "JOIN012_SequentialAwait"),
        ("JOIN013.JoinLoop", "Take the tasks as they finish: JoinSet", "JOIN013_WhenAnyLoop"),
        ("JOIN015.Break", "Leave the loop when the set is empty", "JOIN015_SpinOnEmpty"),
        ("JOIN016.Using", "Declare it with await using", "JOIN016_SetWithoutUsing"),
    ];

    /// <summary>Key and title of each fix in the assembly.</summary>
    internal static IEnumerable<(string Key, string Title)> InTheAssembly => Assembly.LoadFrom(Places.Fixes)
        .GetTypes()
        .Where(static type => !type.IsAbstract && type.BaseType?.Name == "JoinSetFix")
        .SelectMany(static fix => RemediesOf(fix).Select(static remedy => ((string)InternalService.Read(remedy, "Key")!, (string)InternalService.Read(remedy, "Title")!)));

    private static IEnumerable<object> RemediesOf(Type fix)
        => ((System.Collections.IEnumerable)InternalService.Read(Activator.CreateInstance(fix)!, "Remedies")!).Cast<object>();
}
