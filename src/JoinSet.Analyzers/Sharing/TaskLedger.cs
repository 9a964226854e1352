using System.Collections.Immutable;
using System.Numerics;
using JoinSets.Analyzers.Hops;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sharing;

/// <summary>The tasks that one function starts, a bit for each of their variables, and who met whom while the flow was followed.</summary>
/// <remarks>Thread safety: belongs to the one thread that analyses the body.</remarks>
internal sealed class TaskLedger : ITaskLedger
{
    private readonly ShareBook _book;
    private readonly List<TaskShare> _shares = [];
    private readonly List<ISymbol?> _sets = [];
    private readonly Dictionary<ISymbol, BigInteger> _byVariable = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SpawnCall, BigInteger> _byTask = [];
    private readonly HashSet<int> _refilled = [];

    internal TaskLedger(IEnumerable<SpawnCall> tasks, ShareBook book)
    {
        _book = book;
        foreach (SpawnCall task in tasks)
        {
            _byTask[task] = BigInteger.Zero;
            if (task.Hop is null && IndexOf(task.Set) < 0)
            {
                _sets.Add(task.Set);
            }

            foreach (TaskShare share in book.SharesOf(task).Where(share => IsOneAtStart(share.Variable, task)))
            {
                BigInteger bit = BigInteger.One << _shares.Count;
                _shares.Add(share);
                _byTask[task] |= bit;
                _byVariable[share.Variable] = BitsOf(share.Variable) | bit;
            }

            if (task.Hop is null && book.SpawnsOf(task).Any(inner => inner.Hop is null && inner.Set.IsSameAs(task.Set)))
            {
                _refilled.Add(IndexOf(task.Set)); // its own tasks put more in: nobody can count what it holds
            }
        }
    }

    internal Pending Start => Pending.Nothing(_sets.Count);

    internal bool IsEmpty => _shares.Count == 0;

    public BigInteger BitsOf(ISymbol variable) => _byVariable.TryGetValue(variable, out BigInteger bits) ? bits : BigInteger.Zero;

    public Pending Spawn(Pending now, SpawnCall spawn, CodeWalk? through)
    {
        if (!_byTask.TryGetValue(spawn, out BigInteger all))
        {
            return spawn.Hop is null ? Add(now, spawn.Set) : now;
        }

        BigInteger tasks = through is null ? all : Lasting(all, through);
        foreach (TaskShare mine in In(tasks))
        {
            foreach (TaskShare other in In(now.Running & BitsOf(mine.Variable)))
            {
                Meet(mine, other);
            }

            mine.IsBesideItself |= spawn.StartsMany && !spawn.IsSerial && !spawn.IsLocal && !IsSingle(spawn);
        }

        if (spawn.Hop is not null)
        {
            return now.Start(tasks);
        }

        int set = IndexOf(spawn.Set);
        return now.Start(tasks, set, isOne: through is null && !spawn.StartsMany && !_refilled.Contains(set));
    }

    public void Use(Pending now, TaskUse use)
    {
        BigInteger met = BitsOf(use.Use.Variable) | BitsOf(_book.RootOf(use.Use.Variable));
        foreach (TaskShare share in In(now.Running & met))
        {
            if (!share.Task.IsLocal && !use.IsDoubtful && !(share.Task.Hop is { } hop && (IsOwnHandle(hop, use) || GivenSigns.ComeAfter(use.Use))))
            {
                share.SpawnerUses.Add(use);
            }
        }
    }

    // The variable into which the handle of a plain task goes.
    private static bool IsOwnHandle(Hop hop, TaskUse use) => use.Use.Variable.IsSameAs(hop.Handle.Variable);

    public Pending Wait(Pending now, HopWait wait)
        => now.End(_byTask.Where(task => wait.MayEnd(task.Key, _book.SharesOf(task.Key))).Aggregate(BigInteger.Zero, static (bits, task) => bits | task.Value));

    public void Dispose(Pending now, ISymbol variable, SyntaxNode at)
    {
        foreach (TaskShare share in In(now.Running & (BitsOf(variable) | BitsOf(_book.RootOf(variable)))))
        {
            share.Disposals.Add(at);
        }
    }

    public Pending Assume(Pending now, ISymbol variable, bool value)
        => now.End(_byTask.Where(task => SpawnConditions.Contradict(task.Key, variable, value, _book.Body)).Aggregate(BigInteger.Zero, static (bits, task) => bits | task.Value));

    public Pending Drain(Pending now, ISymbol? set)
        => set is null ? now.End(AllBits()) : Both(now, set, static (pending, tasks, index) => pending.Drain(tasks, index));

    public Pending JoinOne(Pending now, ISymbol? set) => Both(now, set, static (pending, tasks, index) => pending.JoinOne(tasks, index));

    public Pending Detach(Pending now, ISymbol? set) => Both(now, set, static (pending, tasks, index) => pending.Detach(tasks, index));

    public Pending Await(Pending now, ISymbol signal)
    {
        BigInteger given = BigInteger.Zero;
        foreach (TaskShare share in In(BitsOf(signal)))
        {
            given |= _byTask[share.Task];
        }

        return now.End(given);
    }

    public Pending Add(Pending now, ISymbol? set) => IndexOf(set) is >= 0 and var index ? now.Start(BigInteger.Zero, index, isOne: true) : now;

    // What was made for each thread of a list is out of scope where a loop starts them all.
    private static bool IsOneAtStart(ISymbol variable, SpawnCall task)
        => task.Hop is not { } hop || hop.Starts.All(start => VariableScope.Encloses(variable, start));

    // Of the set that is meant, and of those that nobody can tell from it.
    private Pending Both(Pending now, ISymbol? set, Func<Pending, BigInteger, int, Pending> change)
    {
        if (IndexOf(set) is >= 0 and var index)
        {
            now = change(now, TasksIn(set), index);
        }

        return set is null ? now : now.End(TasksIn(null));
    }

    private BigInteger TasksIn(ISymbol? set)
        => _byTask.Where(task => task.Key.Hop is null && task.Key.Set.IsSameAs(set)).Aggregate(BigInteger.Zero, static (bits, task) => bits | task.Value);

    private BigInteger AllBits() => (BigInteger.One << _shares.Count) - 1;

    private BigInteger Lasting(BigInteger tasks, CodeWalk through)
    {
        BigInteger lasting = BigInteger.Zero;
        foreach (TaskShare share in In(tasks).Where(share => !through.Functions.Exists(function => function.Declares(share.Variable))))
        {
            lasting |= BigInteger.One << _shares.IndexOf(share);
        }

        return lasting;
    }

    private bool IsSingle(SpawnCall task) => task.Hop is { } hop && hop.Starts.All(start => OneTurn.IsOf(hop, start, _book.Body));

    private void Meet(TaskShare mine, TaskShare other)
    {
        if (mine.Task.Hop is null && mine.Task.IsSerial && other.Task.IsSerial && mine.Task.Set.IsSameAs(other.Task.Set) || (mine.Task.IsLocal && other.Task.IsLocal))
        {
            return;
        }

        if (mine == other)
        {
            mine.IsBesideItself |= !IsSingle(mine.Task);
            return;
        }

        mine.Others.Add(other);
        other.Others.Add(mine);
    }

    private IEnumerable<TaskShare> In(BigInteger bits)
    {
        for (int index = 0; !bits.IsZero; index++, bits >>= 1)
        {
            if (!bits.IsEven)
            {
                yield return _shares[index];
            }
        }
    }

    private int IndexOf(ISymbol? set) => _sets.FindIndex(known => known.IsSameAs(set));
}
