namespace JoinSets.Analyzers.Benchmarks.Running;

/// <summary>What an analyzer that reports nothing asks the compiler for.</summary>
internal enum IdleWish
{
    /// <summary>The types: the compiler does what it does in any build.</summary>
    Types,

    /// <summary>Every body, as nearly all analyzers do: the compiler binds them and makes their operations.</summary>
    Bodies,

    /// <summary>The flow graph of every body, without which nobody can tell what happens on which path.</summary>
    Graphs,
}
