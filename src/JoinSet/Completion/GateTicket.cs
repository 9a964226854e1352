namespace JoinSets.Completion;

/// <summary>Where an entry stands with the gate of MaxConcurrency.</summary>
internal enum GateTicket : byte
{
    /// <summary>It has not come yet.</summary>
    Outside,

    /// <summary>It waits for a slot.</summary>
    Waiting,

    /// <summary>It holds a slot.</summary>
    Holding,

    /// <summary>It has ended.</summary>
    Left,
}
