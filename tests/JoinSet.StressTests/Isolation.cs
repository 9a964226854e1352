using System.Runtime.CompilerServices;

// One test at a time: each of them fills the machine on its own, and a starved neighbour proves nothing.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace JoinSets.StressTests;

internal static class Isolation
{
    // The tests block threads of the pool; it must not need half a second to find that it wants another one.
    [ModuleInitializer]
    internal static void GiveThePoolThreads() => ThreadPool.SetMinThreads(32, 32);
}
