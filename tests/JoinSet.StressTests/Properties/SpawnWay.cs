namespace JoinSets.StressTests.Properties;

/// <summary>The members that put a task into a set and return a handle.</summary>
internal enum SpawnWay
{
    /// <summary>Spawn.</summary>
    Plain,

    /// <summary>Spawn with an argument.</summary>
    WithState,

    /// <summary>SpawnOn.</summary>
    OnScheduler,

    /// <summary>SpawnLocal.</summary>
    Local,

    /// <summary>SpawnBlocking.</summary>
    Blocking,

    /// <summary>Add.</summary>
    Added,
}
