using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sharing;

/// <summary>One variable in the hands of the tasks that one call spawns, and everybody who may use it while they run.</summary>
internal sealed class TaskShare(SpawnCall task, ISymbol variable)
{
    internal SpawnCall Task => task;

    internal ISymbol Variable => variable;

    /// <summary>What the task does with it, whatever runs the code and on whichever thread.</summary>
    internal List<TaskUse> AllUses { get; } = [];

    /// <summary>What the task does with it beside the other tasks. Of code that it hands to others nobody can tell that.</summary>
    internal IEnumerable<TaskUse> Uses => AllUses.Where(static use => !use.IsDoubtful);

    /// <summary>Whether two tasks of this very call may be at it at once.</summary>
    internal bool IsBesideItself { get; set; }

    /// <summary>The tasks of other calls that may be at it meanwhile.</summary>
    internal HashSet<TaskShare> Others { get; } = [];

    /// <summary>What the function that spawns does with it while the task may run.</summary>
    internal HashSet<TaskUse> SpawnerUses { get; } = [];

    /// <summary>Where it is disposed of while the task may run.</summary>
    internal HashSet<SyntaxNode> Disposals { get; } = [];
}
