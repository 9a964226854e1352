using System.Collections.Immutable;
using JoinSets.Analyzers.Hops;
using JoinSets.Analyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Rules;

/// <summary>Judges one variable in the hands of a task.</summary>
internal sealed class WriteJudge(TaskShare share, ShareBook book, bool judgesMembers = false)
{
    private readonly List<TaskUse> _uses = share.Uses.Where(use => use.Use.Variable.IsSameAs(share.Variable)).OrderBy(static use => use.Place.SpanStart).ToList();

    /// <summary>Null where nothing is wrong.</summary>
    internal WriteFinding? Judge()
        => (share.Variable is not (ILocalSymbol { IsConst: false, IsRef: false } or IParameterSymbol) && !judgesMembers) || book.Body.Leaked.Contains(share.Variable)
            ? null
            : BesideItself() ?? (IsSignal ? null : BesideOthers() ?? BesideSpawner() ?? UnderSpawner());

    // One waits until the other has written it. Tasks of one start do not wait for each other, they all write.
    private bool IsSignal => share.Task.Hop is not null && Watches.AppearIn([.. share.Others.Append(share).SelectMany(AllOf), .. SpawnerUses]);

    private IEnumerable<TaskUse> Writes => _uses.Where(static use => use.Use.Writes);

    private WriteFinding? BesideItself() => share.IsBesideItself && !share.Task.IsLocal
        ? Find(Writes, _uses, WriteRival.Twins, guard => Meeting.IsCommonToAll(guard, share, book))
        : null;

    private WriteFinding? BesideOthers() => share.Others
        .Select(other => Find(Writes.Where(write => !Meeting.IsLeftTo(Own(other), write)), Own(other), WriteRival.OtherTask, guard => Meeting.IsCommonToBoth(guard, share, other, book)))
        .FirstOrDefault(static finding => finding is not null);

    private WriteFinding? BesideSpawner() => Find(Writes, SpawnerUses, WriteRival.Spawner, static _ => true);

    private WriteFinding? UnderSpawner()
        => Find(_uses.Where(static use => !use.Use.Writes), SpawnerUses.Where(static use => use.Use.Writes), WriteRival.WritingSpawner, static _ => true);

    private IEnumerable<TaskUse> SpawnerUses => share.SpawnerUses.Where(use => use.Use.Variable.IsSameAs(share.Variable));

    // What a task hands to others, it may do itself.
    private static IEnumerable<TaskUse> AllOf(TaskShare one) => one.AllUses.Where(use => use.Use.Variable.IsSameAs(one.Variable));

    private static IEnumerable<TaskUse> Own(TaskShare other) => other.Uses.Where(use => use.Use.Variable.IsSameAs(other.Variable));

    private WriteFinding? Find(IEnumerable<TaskUse> mine, IEnumerable<TaskUse> theirs, WriteRival rival, Func<HeldLock, bool> isCommon)
    {
        foreach (TaskUse use in mine)
        {
            ImmutableArray<TaskUse> open = theirs.Where(other => IsRace(use, other, isCommon)).OrderBy(static other => other.Use.Syntax.SpanStart).ToImmutableArray();
            if (open.Length > 0)
            {
                return new WriteFinding(share, use, rival, open);
            }
        }

        return null;
    }

    // A write that is synchronized harms nobody who only looks, as long as he sees all of the old value or all of the new one.
    private bool IsRace(TaskUse one, TaskUse other, Func<HeldLock, bool> isCommon)
    {
        TaskUse write = one.Use.Writes ? one : other;
        TaskUse rest = one.Use.Writes ? other : one;
        bool isOnlySeen = !rest.Use.Writes && (write.Use.IsAtomic || write.Guards.Any(isCommon)) && Meeting.IsOneWord(share.Variable.TypeOfVariable());
        return !isOnlySeen && !(share.Task.Hop is not null && (Flags.IsHarmless(one, other) || Flags.IsGiftAmongAtomic(one, other, _uses))) && Meeting.AreOpen(one, other, isCommon);
    }
}
