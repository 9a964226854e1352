namespace JoinSets.Analyzers.Hops;

/// <summary>By what a delegate gets to another thread.</summary>
internal enum HopKind
{
    /// <summary>Task.Run, Task.Factory.StartNew.</summary>
    Task,

    /// <summary>A delegate of Parallel.Invoke, each run once.</summary>
    Action,

    /// <summary>The body of Parallel.For, ForEach or ForEachAsync, run again and again, several at once.</summary>
    Turn,

    /// <summary>ThreadPool.QueueUserWorkItem.</summary>
    WorkItem,

    /// <summary>new Thread.</summary>
    Thread,

    /// <summary>The callback of a System.Threading.Timer.</summary>
    Callback,
}
