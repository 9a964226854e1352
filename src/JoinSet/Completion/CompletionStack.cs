using System.Runtime.CompilerServices;

namespace JoinSets.Completion;

/// <summary>
/// The way from the threads that end tasks to the joiner: a stack that many push to without a lock and one, under the core's
/// lock, takes whole. The same word tells the pushers whether a joiner sleeps.
/// </summary>
/// <remarks>
/// <para>S1. The top is null (nothing there), the armed mark (nothing there, and a joiner wants to be woken) or the newest entry.</para>
/// <para>S2. The mark is set only over null and replaced only by a push. As both are compare-and-swaps on one word, a
/// completion either comes before the joiner arms, which then fails, or sees the mark, and wakes: none is lost, and each arming
/// wakes exactly once.</para>
/// <para>There is no ABA problem: an entry is pushed once in its life, and the stack is only ever taken whole.</para>
/// </remarks>
internal struct CompletionStack
{
    private static readonly object s_armed = new();

    private object? _top;

    /// <summary>Adds a finished task. Any thread.</summary>
    /// <returns>Whether a joiner has to be woken.</returns>
    internal bool Push(JoinEntry entry)
    {
        object? top = Volatile.Read(ref _top);
        while (true)
        {
            entry.Next = ReferenceEquals(top, s_armed) ? null : Unsafe.As<JoinEntry>(top);
            object? found = Interlocked.CompareExchange(ref _top, entry, top);
            if (ReferenceEquals(found, top))
            {
                return ReferenceEquals(top, s_armed);
            }

            top = found;
        }
    }

    /// <summary>Takes all, newest first, linked by <see cref="JoinEntry.Next"/>. Leaves an armed stack armed.</summary>
    internal JoinEntry? TakeAllLocked()
    {
        object? top = Volatile.Read(ref _top);
        if (top is null || ReferenceEquals(top, s_armed))
        {
            return null;
        }

        // Only pushes can have come between, so what is exchanged is an entry: arming happens under the lock that we hold.
        return Unsafe.As<JoinEntry>(Interlocked.Exchange(ref _top, null));
    }

    /// <summary>Asks to be woken by the next push.</summary>
    /// <returns>False when something is there already.</returns>
    internal bool TryArmLocked()
    {
        object? found = Interlocked.CompareExchange(ref _top, s_armed, null);
        return found is null || ReferenceEquals(found, s_armed);
    }
}
