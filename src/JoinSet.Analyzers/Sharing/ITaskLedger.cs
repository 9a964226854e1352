using System.Numerics;
using JoinSets.Analyzers.Hops;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sharing;

/// <summary>Knows the bits of the tasks that one function starts, and writes down who meets whom.</summary>
internal interface ITaskLedger
{
    /// <summary>The bits of all tasks that use the variable.</summary>
    BigInteger BitsOf(ISymbol variable);

    /// <summary>A call spawns. <paramref name="through"/> is what was called to get there, whose own variables are new each time.</summary>
    Pending Spawn(Pending now, SpawnCall spawn, CodeWalk? through);

    /// <summary>The spawner uses a variable.</summary>
    void Use(Pending now, TaskUse use);

    /// <summary>The spawner disposes of what a variable holds.</summary>
    void Dispose(Pending now, ISymbol variable, SyntaxNode at);

    /// <summary>A variable that nobody changes is true or false on this path: what was spawned only under the opposite was not.</summary>
    Pending Assume(Pending now, ISymbol variable, bool value);

    /// <summary>Everything in the set was joined. Null: in some set, nobody knows which.</summary>
    Pending Drain(Pending now, ISymbol? set);

    Pending JoinOne(Pending now, ISymbol? set);

    Pending Detach(Pending now, ISymbol? set);

    /// <summary>The spawner waits for a signal that tasks may have given.</summary>
    Pending Await(Pending now, ISymbol signal);

    /// <summary>The spawner waits: what was started without a set may be over.</summary>
    Pending Wait(Pending now, HopWait wait);

    /// <summary>A task was put in that is no delegate of ours.</summary>
    Pending Add(Pending now, ISymbol? set);
}
