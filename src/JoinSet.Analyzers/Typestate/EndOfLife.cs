using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>How a set's life ends, or its tasks' membership in it.</summary>
internal enum EndOfLife
{
    /// <summary>The last variable that held it goes out of scope, or the body ends.</summary>
    Scope,

    /// <summary>The last variable that held it is given another value.</summary>
    Reassigned,

    /// <summary>A throw statement leaves the body.</summary>
    Thrown,

    /// <summary>A yield return whose consumer may never come back.</summary>
    Abandoned,

    /// <summary>Dispose: aborts, waits for nothing.</summary>
    Dispose,

    /// <summary>DisposeAsync: aborts and waits.</summary>
    DisposeAsync,
}
