using JoinSets.Pitfalls;

// Runs the pitfalls that are named. As they stand some never end (JOIN003, JOIN011, JOIN014, JOIN015): that is what the rules are for.
(string Id, Func<Task> RunAsync)[] pitfalls =
[
    ("JOIN001", UndrainedSet.RunAsync),
    ("JOIN002", AbortWithoutReap.RunAsync),
    ("JOIN003", EndlessRespawn.RunAsync),
    ("JOIN004", UnsafeSharedCapture.RunAsync),
    ("JOIN005", EarlyExit.RunAsync),
    ("JOIN006", UndisposedSetField.RunAsync),
    ("JOIN007", UnsynchronizedWrite.RunAsync),
    ("JOIN008", CaptureOutlivedByTask.RunAsync),
    ("JOIN009", IgnoredJoinResult.RunAsync),
    ("JOIN010", BlockingCall.RunAsync),
    ("JOIN011", UnreachableByAbort.RunAsync),
    ("JOIN012", SequentialAwait.RunAsync),
    ("JOIN013", WhenAnyLoop.RunAsync),
    ("JOIN014", SelfJoin.RunAsync),
    ("JOIN015", SpinOnEmpty.RunAsync),
    ("JOIN016", SetWithoutUsing.RunAsync),
    ("JOIN017", UseAfterDispose.RunAsync),
];

foreach (string id in args)
{
    Console.WriteLine($"{id}:");
    await pitfalls.Single(pitfall => pitfall.Id == id).RunAsync();
}
