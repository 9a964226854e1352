namespace JoinSets.CodeFixes.Async;

/// <summary>What a function gives back, as far as async is concerned.</summary>
internal enum TaskShape
{
    /// <summary>Nothing that can be awaited, or something of which we know too little.</summary>
    None,

    /// <summary>Task or ValueTask.</summary>
    Plain,

    /// <summary>Task or ValueTask of a value.</summary>
    WithValue,
}
