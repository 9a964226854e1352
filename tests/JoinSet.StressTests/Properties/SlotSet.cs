namespace JoinSets.StressTests.Properties;

/// <summary>
/// A set whose jobs are known by the slots that they stand in, so that calls made at the same time can name them. The real set
/// and the model answer each call in the same words.
/// </summary>
internal abstract class SlotSet
{
    internal const int Slots = 5;

    internal abstract string Spawn(ParallelCall call);

    internal abstract string Add(int slot);

    internal abstract string End(int slot, Ending ending);

    internal abstract string Abort(int slot);

    internal abstract string IsFinished(int slot);

    internal abstract string TryJoinNext();

    internal abstract string Count();

    internal abstract string AbortAll();

    internal abstract string DetachAll();

    internal abstract string Dispose();

    /// <summary>Ends every job and takes out all that is left: what the calls before have really left behind.</summary>
    internal string Drain()
    {
        List<string> answers = [Count()];
        for (int slot = 0; slot < Slots; slot++)
        {
            answers.Add(End(slot, Ending.Value));
            answers.Add(IsFinished(slot));
        }

        while (answers[^1] is not ("nothing" or "disposed"))
        {
            answers.Add(TryJoinNext());
        }

        answers.Add(Count());
        return string.Join(", ", answers);
    }
}
