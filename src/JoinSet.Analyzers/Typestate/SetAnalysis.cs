using JoinSets.Analyzers.Flow;

namespace JoinSets.Analyzers.Typestate;

/// <summary>Follows one set through one body and tells the observer what happens to it.</summary>
internal static class SetAnalysis
{
    /// <returns>False when the body is beyond the analysis: what the observer heard is to be thrown away.</returns>
    internal static bool TryRun(SetBody body)
    {
        var solver = new FlowSolver<Worlds>(body.Graph, new SetDomain(body), body.CancellationToken);
        return solver.TrySolve(Worlds.StartOf(body.Set)) && !body.HasGivenUp;
    }
}
