using JoinSets.Analyzers.Sendability;
using JoinSets.Analyzers.Sharing;

namespace JoinSets.Analyzers.Rules;

/// <summary>Why an object in the hands of a task is reported.</summary>
internal sealed class SharedFinding(TaskShare share, ObjectAccess change, ObjectAccess other, SharedRival rival, Verdict verdict)
{
    internal TaskShare Share => share;

    /// <summary>The use that changes the object.</summary>
    internal ObjectAccess Change => change;

    /// <summary>A use that may be at once with it; the same one, where the task's twin makes it.</summary>
    internal ObjectAccess Other => other;

    internal SharedRival Rival => rival;

    internal Verdict Verdict => verdict;

    /// <summary>The first use inside the delegate.</summary>
    internal TaskUse First => share.Uses.OrderBy(static use => use.Place.SpanStart).First();
}
