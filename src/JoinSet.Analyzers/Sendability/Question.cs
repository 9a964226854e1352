namespace JoinSets.Analyzers.Sendability;

/// <summary>One question about a member, with all that is asked for its sake: how deep it has gone, and whether it had to stop somewhere.</summary>
/// <remarks>Thread safety: one question, one thread.</remarks>
internal sealed class Question
{
    /// <summary>A method that calls a method that calls a method: beyond, nothing is known. It cuts recursion, too.</summary>
    private const int MostDepth = 4;

    /// <summary>How many bodies are read for one answer.</summary>
    private const int MostBodies = 60;

    private int _depth;
    private int _bodies;

    /// <summary>Whether nothing is being read at this moment.</summary>
    internal bool IsOutermost => _depth == 0;

    /// <summary>Whether an answer since <see cref="TryEnter"/> was given up.</summary>
    internal bool WasCut { get; private set; }

    /// <summary>False: it has gone far enough, and the answer is that nobody knows.</summary>
    internal bool TryEnter(out bool wasCut)
    {
        wasCut = WasCut;
        if (_depth >= MostDepth || _bodies >= MostBodies)
        {
            WasCut = true;
            return false;
        }

        _depth++;
        _bodies++;
        WasCut = false;
        return true;
    }

    /// <param name="wasCut">What <see cref="TryEnter"/> said.</param>
    internal void Leave(bool wasCut)
    {
        _depth--;
        WasCut |= wasCut;
    }
}
