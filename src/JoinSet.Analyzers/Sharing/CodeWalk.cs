using System.Collections.Immutable;
using JoinSets.Analyzers.Hops;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sharing;

/// <summary>What running a function comes to: everything from outside that it uses, and everything that it spawns, through the functions it calls.</summary>
internal sealed class CodeWalk
{
    private readonly GuardReader _guards;
    private readonly HashSet<(FunctionCode, bool, bool)> _visited = [];

    private CodeWalk(GuardReader guards) => _guards = guards;

    internal List<TaskUse> Uses { get; } = [];

    internal List<SpawnCall> Spawns { get; } = [];

    /// <summary>The functions whose code runs, the first one included.</summary>
    internal List<FunctionCode> Functions { get; } = [];

    /// <summary>What a task comes to: the tasks that it starts run while it runs, or after it.</summary>
    internal static CodeWalk OfTask(SpawnCall task, FunctionCode work, GuardReader guards) => Of(work, task.Entry, guards, followsTasks: true);

    /// <summary>What a call comes to, the tasks that it starts aside.</summary>
    internal static CodeWalk OfCall(FunctionCode callee, GuardReader guards) => Of(callee, start: null, guards, followsTasks: false);

    private static CodeWalk Of(FunctionCode function, SyntaxNode? start, GuardReader guards, bool followsTasks)
    {
        var walk = new CodeWalk(guards);
        var pending = new Queue<(FunctionCode Function, ImmutableArray<HeldLock> Held, SyntaxNode? Entry, bool IsDoubtful)>();
        pending.Enqueue((function, ImmutableArray<HeldLock>.Empty, start, false));
        while (pending.Count > 0)
        {
            (FunctionCode next, ImmutableArray<HeldLock> held, SyntaxNode? entry, bool isDoubtful) = pending.Dequeue();
            if (!walk.TryEnter(next, held, entry, isDoubtful))
            {
                continue; // a task may start itself again
            }

            foreach (FunctionCall call in next.Calls)
            {
                pending.Enqueue((call.Callee, held.AddRange(guards.Around(call.At.Syntax, next)).AddRange(GuardReader.Of(call.Callee)), entry ?? call.Entry, isDoubtful || call.IsDoubtful));
            }

            foreach (SpawnCall spawn in followsTasks ? next.Spawns : [])
            {
                if (spawn.Work is { } work)
                {
                    bool isOver = spawn.Hop is { Handle.Kind: HopHandleKind.Over };
                    pending.Enqueue((work, isOver ? held.AddRange(guards.Around(spawn.Call.Syntax, next)) : ImmutableArray<HeldLock>.Empty, entry ?? spawn.Entry, isDoubtful));
                }
            }
        }

        return walk;
    }

    internal bool Mentions(ISymbol variable) => Uses.Exists(use => use.Use.Variable.IsSameAs(variable));

    // False: it was here before.
    private bool TryEnter(FunctionCode function, ImmutableArray<HeldLock> held, SyntaxNode? entry, bool isDoubtful)
    {
        if (!_visited.Add((function, held.IsEmpty, isDoubtful)))
        {
            return false;
        }

        Functions.Add(function);
        foreach (VariableUse use in function.Uses.Where(use => !IsOwn(use.Variable, function)))
        {
            Uses.Add(new TaskUse(use, held.AddRange(_guards.Around(use.Syntax, function)), entry, isDoubtful));
        }

        Spawns.AddRange(function.Spawns.Where(spawn => spawn.Hop is null || !isDoubtful));
        return true;
    }

    // Made anew by each run: the function's own, or that of a function that runs it, or of the lambda around it.
    private bool IsOwn(ISymbol variable, FunctionCode function) => function.Declares(variable) || Functions.Exists(runs => runs.Declares(variable));
}
