using JoinSets.Analyzers.Typestate;

namespace JoinSets.Analyzers;

/// <summary>The path on which a life ends, in words: "on the path that ends after line 12".</summary>
internal static class ExitPhrase
{
    internal static string Of(LifeEnd end) => end.How switch
    {
        EndOfLife.Dispose or EndOfLife.DisposeAsync => "on the path to where it is disposed of",
        EndOfLife.Thrown => "on the path that throws" + After(end),
        EndOfLife.Abandoned => "where the caller may leave the iterator for good" + After(end),
        EndOfLife.Reassigned => "before its variable is given another value",
        _ => "on the path that leaves its scope" + After(end),
    };

    private static string After(LifeEnd end)
        => end.At is null ? "" : $" after line {end.At.GetLocation().GetMappedLineSpan().EndLinePosition.Line + 1}";
}
