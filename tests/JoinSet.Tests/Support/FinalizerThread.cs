using System.Runtime.CompilerServices;
using Xunit;

namespace JoinSets.Tests.Support;

/// <summary>Tells which thread the finalizers run on.</summary>
internal sealed class FinalizerThread
{
    private readonly int[] _id;

    private FinalizerThread(int[] id) => _id = id;

    ~FinalizerThread() => _id[0] = Environment.CurrentManagedThreadId;

    internal static async Task<int> FindAsync()
    {
        int[] id = [0];
        Leave(id);
        Assert.True(await Collected.UntilAsync(() => id[0] != 0));
        return id[0];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Leave(int[] id) => _ = new FinalizerThread(id);
}
