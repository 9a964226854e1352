namespace JoinSets.Analyzers.Rules;

/// <summary>Who may use the object at the same time.</summary>
internal enum SharedRival
{
    /// <summary>Other tasks of the same call.</summary>
    Twins,

    /// <summary>A task of another call.</summary>
    OtherTask,

    /// <summary>The function that spawned the task.</summary>
    Spawner,
}
