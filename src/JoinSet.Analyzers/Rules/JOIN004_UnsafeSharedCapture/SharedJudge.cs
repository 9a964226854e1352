using JoinSets.Analyzers.Sendability;
using JoinSets.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Rules;

/// <summary>Judges the object that one variable holds, in the hands of a task.</summary>
internal sealed class SharedJudge(TaskShare share, ShareBook book, SendVerdicts verdicts)
{
    private readonly ObjectReader _reader = new(book.Body, verdicts);
    private readonly Dictionary<ISymbol, MemberReach?> _reaches = new(SymbolEqualityComparer.Default);

    /// <summary>Null where nothing is wrong.</summary>
    internal SharedFinding? Judge()
    {
        if (share.Variable is IFieldSymbol or IPropertySymbol && MemberJudge.Judge(share, book, verdicts) is { } written)
        {
            return written;
        }

        if (!IsTheRoot() || !MayBeUnsafe() || new WriteJudge(share, book).Judge() is not null)
        {
            return null;
        }

        List<ObjectAccess> mine = AccessesOf(share.Uses);
        SharedFinding? finding = BesideItself(mine) ?? BesideOthers(mine) ?? BesideSpawner(mine);
        return finding is not null && IsSafeByMaking(finding) ? null : finding;
    }

    private bool IsSafeByMaking(SharedFinding finding)
        => (finding.Change.Path.Length == 0 && SafeValues.MayBeIn(share.Variable, book.Body))
            || (PartOf(finding.Change) is { } part && SafeValues.MayBeIn(part, book.Body));

    // The member that holds the object, where that is a part of the shared one.
    private static ISymbol? PartOf(ObjectAccess access)
        => access.IsMember ? null : access.At.ChildOperations.Select(BodyCode.Plain).OfType<IMemberReferenceOperation>().FirstOrDefault()?.Member;

    // What an alias holds is judged once, under the name that it had first.
    private bool IsTheRoot() => book.RootOf(share.Variable).IsSameAs(share.Variable);

    private bool MayBeUnsafe()
        => share.Variable.TypeOfVariable() is { } type
            && IsInDoubt(verdicts.OfMember(share.Variable), type)
            && !(share.Variable is IFieldSymbol or IPropertySymbol && verdicts.Of(share.Variable.ContainingType).IsVouchedFor)
            && (type.IsReferenceType || verdicts.Of(type).Safety is Safety.Unsafe);

    // What is safe itself may hand out a part that is not: the headers of an HttpClient.
    private static bool IsInDoubt(Verdict verdict, ITypeSymbol type) => verdict.Safety is not Safety.Safe || (!verdict.IsVouchedFor && PartTable.HasPartsOf(type));

    private SharedFinding? BesideItself(List<ObjectAccess> mine) => share.IsBesideItself && !share.Task.IsLocal
        ? Find(mine, mine, SharedRival.Twins, guard => Meeting.IsCommonToAll(guard, share, book))
        : null;

    private SharedFinding? BesideOthers(List<ObjectAccess> mine) => share.Others
        .Select(other => BesideOther(mine, AccessesOf(other.Uses), other))
        .FirstOrDefault(static finding => finding is not null);

    // Where one side takes a lock and the other changes the object without, only the other is told.
    private SharedFinding? BesideOther(List<ObjectAccess> mine, List<ObjectAccess> theirs, TaskShare other)
        => mine.TrueForAll(static access => !access.Use.Guards.IsEmpty) && theirs.Exists(static access => access.Writes && access.Use.Guards.IsEmpty)
            ? null
            : Find(mine, theirs, SharedRival.OtherTask, guard => Meeting.IsCommonToBoth(guard, share, other, book));

    private SharedFinding? BesideSpawner(List<ObjectAccess> mine) => Find(mine, AccessesOf(share.SpawnerUses.Where(static use => use.Use.Reference.Parent is not IMethodReferenceOperation)), SharedRival.Spawner, static _ => true);

    private List<ObjectAccess> AccessesOf(IEnumerable<TaskUse> uses)
        => uses.OrderBy(static use => use.Use.Syntax.SpanStart).SelectMany(_reader.AccessesOf).Where(static access => access.Counts).ToList();

    private SharedFinding? Find(List<ObjectAccess> mine, List<ObjectAccess> theirs, SharedRival rival, Func<HeldLock, bool> isCommon)
    {
        foreach (ObjectAccess one in mine)
        {
            foreach (ObjectAccess other in theirs)
            {
                bool conflict = one.Path == other.Path && one.IsMember == other.IsMember && (one.Writes || other.Writes) && !IsFlag(one)
                    && MeetInArray(one, other, rival) && TwoWayUse.Meet(one.Type, one.At, other.At) && Meeting.AreOpen(one.Use, other.Use, isCommon) && MeetInFields(one, other);
                if (conflict && VerdictOn(one) is { Safety: Safety.Unsafe } verdict)
                {
                    return one.Writes ? new(share, one, other, rival, verdict) : new(share, other, one, rival, verdict);
                }
            }
        }

        return null;
    }

    // var quit = new bool[1]; the flag of a plain task, that needs no lock.
    private bool IsFlag(ObjectAccess access) => share.Task.Hop is not null && access is { Index: not null, Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Boolean } };

    private Verdict VerdictOn(ObjectAccess access) => access.Path.Length == 0 ? OfWhole(access.Type) : verdicts.Of(access.Type);

    private Verdict OfWhole(ITypeSymbol type) => verdicts.OfMember(share.Variable) is { IsMarked: true } marked ? marked : verdicts.Of(type);

    private bool MeetInFields(ObjectAccess one, ObjectAccess other)
        => VerdictOn(one).IsMarked
            || SymbolEqualityComparer.Default.Equals(one.Member, other.Member)
            || ReachOf(one) is not { } first
            || ReachOf(other) is not { } second
            || (one.Writes && first.Disturbs(second))
            || (other.Writes && second.Disturbs(first));

    private MemberReach? ReachOf(ObjectAccess access)
    {
        if (access.Member is not { } member)
        {
            return null;
        }

        if (!_reaches.TryGetValue(member, out MemberReach? reach))
        {
            _reaches[member] = reach = MemberReach.Of(member, type => verdicts.Of(type).Safety is Safety.Safe);
        }

        return reach;
    }

    // Slots of an array: two tasks that use one each do not meet.
    private bool MeetInArray(ObjectAccess one, ObjectAccess other, SharedRival rival)
    {
        if (one.Index is null || other.Index is null)
        {
            return one.Index is null && other.Index is null || !(one.Index ?? other.Index)!.Type.IsRange();
        }

        return one.Index.ConstantValue is { HasValue: true, Value: var first } && other.Index.ConstantValue is { HasValue: true, Value: var second}
            ? Equals(first, second)
            : rival is SharedRival.Twins && one.Index.Syntax.IsEquivalentTo(other.Index.Syntax) && !IsOfOneTask(one.Index);
    }

    // Something in the index is each task's own: a variable of the delegate, or one that the loop makes anew with each turn. One that is
    // written meanwhile is another rule's business: whoever gives each task its own number gives it its own slot.
    private bool IsOfOneTask(IOperation index) => index.DescendantsAndSelf().Any(part
        => part is IInvocationOperation or IAwaitOperation
            || (UseReader.VariableOf(part) is { } variable && !book.SharesOf(share.Task).Any(known => known.Variable.IsSameAs(variable) && known.IsBesideItself && new WriteJudge(known, book).Judge() is null)));
}
