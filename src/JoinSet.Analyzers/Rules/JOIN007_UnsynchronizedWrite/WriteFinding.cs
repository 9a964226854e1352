using System.Collections.Immutable;
using JoinSets.Analyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Rules;

/// <summary>Why a variable in the hands of a task is reported, and where.</summary>
internal sealed class WriteFinding(TaskShare share, TaskUse at, WriteRival rival, ImmutableArray<TaskUse> others)
{
    internal TaskShare Share => share;

    /// <summary>The use inside the task that is reported.</summary>
    internal TaskUse At => at;

    internal WriteRival Rival => rival;

    /// <summary>The uses that may be at once with it; it may be one of them, in another task's hands.</summary>
    internal ImmutableArray<TaskUse> Others => others;
}
