using System.Collections.Immutable;
using System.Numerics;

namespace JoinSets.Analyzers.Sharing;

/// <summary>
/// Which tasks may still run at a point, as bits: one for each spawn and each variable that its task uses, since the variable may be
/// made anew while the task runs on. Beside it, how many tasks each set holds at the most.
/// </summary>
/// <remarks>Thread safety: immutable.</remarks>
internal sealed class Pending(BigInteger running, BigInteger detached, ImmutableArray<byte> held)
{
    /// <summary>More than are counted: nobody spawns as many in a line, each in a statement of its own.</summary>
    internal const byte Many = 33;

    internal BigInteger Running => running;

    /// <summary>Those among them that no join can reach any more.</summary>
    internal BigInteger Detached => detached;

    internal byte HeldBy(int set) => held[set];

    internal static Pending Nothing(int sets) => new(BigInteger.Zero, BigInteger.Zero, ImmutableArray.CreateRange(new byte[sets]));

    internal Pending Start(BigInteger tasks, int set, bool isOne)
        => new(running | tasks, detached, held.SetItem(set, isOne && held[set] < Many ? (byte)(held[set] + 1) : Many));

    /// <summary>These run, in no set.</summary>
    internal Pending Start(BigInteger tasks) => new(running | tasks, detached, held);

    /// <summary>These have come to their end, so far as a join can tell.</summary>
    internal Pending End(BigInteger tasks) => new(Without(running, tasks & ~detached), detached, held);

    internal Pending Drain(BigInteger tasks, int set) => new(Without(running, tasks & ~detached), detached, held.SetItem(set, 0));

    internal Pending JoinOne(BigInteger tasks, int set) => held[set] switch
    {
        Many => this,
        0 or 1 => Drain(tasks, set),
        _ => new(running, detached, held.SetItem(set, (byte)(held[set] - 1))),
    };

    internal Pending Detach(BigInteger tasks, int set) => new(running, detached | (running & tasks), held.SetItem(set, 0));

    /// <summary>Variables go out of scope: whoever comes to the same place again gets new ones.</summary>
    internal Pending Forget(BigInteger variables) => (running & variables).IsZero ? this : new(Without(running, variables), Without(detached, variables), held);

    /// <summary>What may run where either may hold; this object itself where the other adds nothing.</summary>
    internal Pending Union(Pending other)
    {
        BigInteger allRunning = running | other.Running;
        BigInteger allDetached = detached | other.Detached;
        bool holdsMore = false;
        ImmutableArray<byte>.Builder most = held.ToBuilder();
        for (int set = 0; set < held.Length; set++)
        {
            if (other.HeldBy(set) > held[set])
            {
                most[set] = other.HeldBy(set);
                holdsMore = true;
            }
        }

        return allRunning == running && allDetached == detached && !holdsMore ? this : new Pending(allRunning, allDetached, most.ToImmutable());
    }

    /// <summary>A set that comes round with more tasks than there were at the head of the loop is counted no further.</summary>
    /// <param name="known">How things stood at the head of the loop so far.</param>
    internal Pending StopCounting(Pending known)
    {
        ImmutableArray<byte> counted = held;
        for (int set = 0; set < held.Length; set++)
        {
            counted = held[set] > known.HeldBy(set) ? counted.SetItem(set, Many) : counted;
        }

        return counted == held ? this : new Pending(running, detached, counted);
    }

    private static BigInteger Without(BigInteger bits, BigInteger gone) => bits & ~gone;
}
