namespace JoinSets.StressTests.Properties;

/// <summary>A slot and the job in it. Thread-safe.</summary>
/// <remarks>
/// Who finds the job on its way into the set waits until it is in: a call that has been made must not look as if it had not,
/// or the order of the calls would seem impossible where only the test's own bookkeeping was late.
/// </remarks>
internal sealed class SlotJob(int slot)
{
    private int _claims;
    private volatile bool _isIn;

    internal GatedJob Job { get; } = new(slot, endsInline: slot % 2 == 0);

    /// <summary>The job was spawned or added, and the set took it.</summary>
    internal bool IsTaken { get; private set; }

    internal bool IsOwned { get; private set; }

    /// <returns>False when the slot has been used before.</returns>
    internal bool TryClaim()
    {
        if (Interlocked.Increment(ref _claims) == 1)
        {
            return true;
        }

        WaitUntilIn();
        return false;
    }

    internal void SetIn(bool isTaken, bool isOwned)
    {
        IsTaken = isTaken;
        IsOwned = isOwned;
        _isIn = true;
    }

    /// <summary>Whether there is a job that the set has taken.</summary>
    internal bool IsPresent()
    {
        if (Volatile.Read(ref _claims) == 0)
        {
            return false;
        }

        WaitUntilIn();
        return IsTaken;
    }

    private void WaitUntilIn() => Patience.Until(() => _isIn, $"job {slot} is in the set");
}
