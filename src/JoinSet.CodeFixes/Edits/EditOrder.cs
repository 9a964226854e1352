namespace JoinSets.CodeFixes.Edits;

/// <summary>What comes first where several edits meet at one place.</summary>
internal enum EditOrder
{
    /// <summary>The end of the line before a closing brace.</summary>
    TailLine,

    /// <summary>New statements at the end of a block that is new itself.</summary>
    TailCode,

    /// <summary>The brace that closes a new block.</summary>
    TailBrace,

    /// <summary>The brace that opens a new block, or a word before what stands here.</summary>
    Open,

    /// <summary>New statements, in the order in which they were asked for.</summary>
    Code,

    /// <summary>The blank line or indentation after them.</summary>
    Close,
}
