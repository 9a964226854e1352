using System.Runtime.CompilerServices;
using Xunit;

namespace JoinSets.Tests.Support;

/// <summary>Waits for what only the garbage collector makes happen.</summary>
internal static class Collected
{
    private const int Rounds = 500; // a bound against a hang, some seconds; what is to happen takes one or two

    /// <summary>Collects until it has happened.</summary>
    /// <returns>False when it never does.</returns>
    internal static async Task<bool> UntilAsync(Func<bool> hasHappened)
    {
        for (int round = 0; round < Rounds; round++)
        {
            Collect();
            if (hasHappened())
            {
                return true;
            }

            await Task.Run(static () => { }).ConfigureAwait(false); // behind what the finalizers gave to the pool
        }

        return false;
    }

    /// <summary>Collects until everything that is unreachable now has been finalized, twice over.</summary>
    internal static async Task EverythingAsync()
    {
        for (int pass = 0; pass < 3; pass++)
        {
            WeakReference canary = DropCanary();
            Assert.True(await UntilAsync(() => !canary.IsAlive), "The garbage collector does not collect.");
        }
    }

    /// <summary>Runs it twice, first to warm up, and demands that the second time leaves no more memory in use.</summary>
    internal static Task AssertFlatAsync(Func<Task> run, int slack) => AssertFlatAsync(warmUp: run, run, slack);

    /// <summary>Demands that there is no more memory in use after the run than after the warm-up.</summary>
    internal static async Task AssertFlatAsync(Func<Task> warmUp, Func<Task> run, int slack)
    {
        await warmUp();
        await EverythingAsync();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        await run();
        long after = 0;
        bool isFlat = await UntilAsync(() => (after = GC.GetTotalMemory(forceFullCollection: true)) < before + slack);
        Assert.True(isFlat, $"{after - before:N0} bytes more are in use.");
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference DropCanary() => new(new Canary(), trackResurrection: true);

    private sealed class Canary
    {
        ~Canary() => GC.KeepAlive(this);
    }
}
