using JoinSets.Samples.Consequences;

// Shows what happens at run time when a rule is ignored. Nothing is left to chance: where it takes an unlucky moment, the program brings it about.
(string Id, Func<Task> RunAsync)[] consequences =
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

if (args is not [var id] || !Array.Exists(consequences, consequence => consequence.Id == id))
{
    Console.Error.WriteLine($"usage: Consequences ID   one of {consequences[0].Id} to {consequences[^1].Id}");
    return 2;
}

await consequences.Single(consequence => consequence.Id == id).RunAsync();
return 0;
