namespace JoinSets.Analyzers.Rules;

/// <summary>Who may use the variable at the same time.</summary>
internal enum WriteRival
{
    /// <summary>Other tasks of the same call, that write it too.</summary>
    Twins,

    /// <summary>A task of another call.</summary>
    OtherTask,

    /// <summary>The spawner, which uses what the task writes.</summary>
    Spawner,

    /// <summary>The spawner, which writes what the task only reads.</summary>
    WritingSpawner,
}
