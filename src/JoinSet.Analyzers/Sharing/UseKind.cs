namespace JoinSets.Analyzers.Sharing;

/// <summary>What a mention of a variable does to the variable itself; the object in it is another question.</summary>
[Flags]
internal enum UseKind
{
    /// <summary>Only its name is asked for.</summary>
    None = 0,

    /// <summary>Its value is read.</summary>
    Read = 1,

    /// <summary>It is given a value.</summary>
    Write = 2,

    /// <summary>By Interlocked or Volatile: no other thread sees half of it.</summary>
    Atomic = 4,

    /// <summary>A reference to it goes out of sight: what happens to it from there on, nobody can tell.</summary>
    Leaks = 8,
}
