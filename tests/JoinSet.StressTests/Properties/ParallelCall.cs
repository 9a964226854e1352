namespace JoinSets.StressTests.Properties;

/// <summary>One call of a parallel run: made once on the real set, and replayed on the model at every place where it may have taken effect.</summary>
internal sealed class ParallelCall(int slot, Ending ending)
{
    internal int Slot => slot;

    internal Ending Ending => ending;

    /// <summary>What the real set answered.</summary>
    internal string Answer { get; set; } = "not made";
}
