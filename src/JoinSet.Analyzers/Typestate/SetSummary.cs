namespace JoinSets.Analyzers.Typestate;

/// <summary>What a method does to a set that it is given.</summary>
/// <param name="afterEmpty">How it leaves a set that came empty.</param>
/// <param name="afterFilled">How it leaves a set that came with tasks.</param>
/// <param name="drainsSometimes">On some of its paths it drains, on others it does not.</param>
/// <param name="drops">How it disposes a set that still holds tasks, where it does.</param>
internal sealed class SetSummary(SetState afterEmpty, SetState afterFilled, bool drainsSometimes, EndOfLife? drops)
{
    /// <summary>Nothing is known: whatever it was given may be anywhere now.</summary>
    internal static SetSummary Loses { get; } = new(SetState.New.Lose(), SetState.Filled.Lose(), drainsSometimes: false, drops: null);

    /// <summary>It puts tasks in.</summary>
    internal bool Fills => afterEmpty.Holds;

    internal EndOfLife? Drops => drops;

    internal bool DrainsSometimes => drainsSometimes;

    internal SetState Apply(SetState before)
    {
        SetState after = before.Holds ? afterFilled : afterEmpty;
        bool joinsSome = before.IsCounted && after is { Holds: true, IsJoined: true };
        if (before.IsGone || after.IsGone || joinsSome) // how many it takes out of those that are counted, nobody knows
        {
            return before.Lose();
        }

        SetState result = before;
        if (!after.Holds && before.Holds)
        {
            result = result.Empty();
        }
        else if (after.Holds && (!before.Holds || !after.IsJoined && before.IsJoined))
        {
            result = result.Fill(isOne: false);
        }

        if (after.IsJoined)
        {
            result = result.Look();
        }

        if (after.IsAborted)
        {
            result = result.Abort();
        }

        return after.IsClosed ? result.Close() : result;
    }
}
