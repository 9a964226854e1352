using System.Collections.Immutable;
using JoinSets.Analyzers.Hops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sharing;

internal sealed partial class EventReader
{
    private void Await(IOperation awaited, List<FlowEvent> events)
    {
        foreach ((ISymbol? set, bool isWhole) in _sets.JoinsIn(awaited).ToList())
        {
            bool isDrain = isWhole || _counted.Joins(awaited.Syntax, set);
            events.Add(new FlowEvent((now, ledger) => isDrain ? ledger.Drain(now, set) : ledger.JoinOne(now, set)));
        }

        Signal(awaited, events);
        WaitForHops(awaited.Syntax, events);
        events.Add(new FlowEvent(static (now, _) => now, mayThrow: true));
    }

    // What a task may give a sign by is waited for.
    private void Signal(IOperation waited, List<FlowEvent> events)
    {
        foreach (IOperation part in waited.DescendantsAndSelf())
        {
            if (UseReader.VariableOf(part) is { } signal && Signals.CarriesSign(part.Type) && !LockCall.IsWide(_body.RootOf(signal), _body))
            {
                events.Add(new FlowEvent((now, ledger) => ledger.Await(now, signal)));
            }
        }
    }

    private void Invoke(IInvocationOperation call, List<FlowEvent> events)
    {
        if (_sets.TryGetSet(call.Instance, out ISymbol? set))
        {
            InvokeOnSet(call, set, events);
            return;
        }

        string name = call.TargetMethod.Name;
        if (name is "Wait" or "GetResult" or "WaitOne" or "WaitAll" or "Take" or "SignalAndWait" or "GetConsumingEnumerable" or "Join" or "TryRead")
        {
            Await((IOperation?)call.Instance ?? call, events);
        }

        if ((name is "Dispose" or "DisposeAsync" || (name is "Close" && IsDisposable(call.TargetMethod.ContainingType))) && _sets.VariableOf(call.Instance) is { } disposed)
        {
            SyntaxNode at = call.Syntax;
            events.Add(new FlowEvent((now, ledger) => Dispose(now, ledger, disposed, at)));
        }

        if (_waits is not null && HopWaits.MayWait(call))
        {
            WaitForHops(call.Syntax, events);
        }

        if (_waits is not null && call.IsImplicit)
        {
            return; // Add of an initializer, MoveNext of a loop: they have the syntax of what they add, or go through
        }

        foreach (FunctionCall run in _function.Calls.Where(run => run.At.Syntax == call.Syntax))
        {
            Run(run, events);
        }

        foreach (FunctionCall run in _function.Helpers.Where(run => run.At.Syntax == call.Syntax && !run.Callee.Syntax.Contains(call.Syntax)))
        {
            Help(run, events);
        }

        StartHops(call.Syntax, events);
    }

    // Others close a door, or end a connection when nobody needs it any more.
    private static bool IsDisposable(ITypeSymbol type) => type.AllInterfaces.Any(static part => part.SpecialType is SpecialType.System_IDisposable);

    // All that one call starts run at once; where the call waits for them, they are over with it.
    private void StartHops(SyntaxNode start, List<FlowEvent> events)
    {
        List<SpawnCall> started = _waits is null ? [] : _function.Spawns.Union(_body.Spawns).Where(spawn => spawn.Hop?.Starts.Contains(start) == true).ToList();
        foreach (SpawnCall spawn in StartsEach(start) ? started.Concat(started) : started)
        {
            events.Add(new FlowEvent((now, ledger) => ledger.Spawn(now, spawn, through: null)));
        }

        if (started.Exists(static spawn => spawn.Hop!.Handle.Kind is HopHandleKind.Over))
        {
            var wait = new HopWait(_function, ImmutableHashSet<string>.Empty, only: started);
            events.Add(new FlowEvent((now, ledger) => ledger.Wait(now, wait)));
        }
    }

    // threads.ForEach(thread => thread.Start())
    private static bool StartsEach(SyntaxNode start)
        => start is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ForEach", Expression: not IdentifierNameSyntax { Identifier.ValueText: "Parallel" } } };

    private void WaitForHops(SyntaxNode waited, List<FlowEvent> events)
    {
        if (_waits?.At(waited) is { } wait)
        {
            events.Add(new FlowEvent((now, ledger) => ledger.Wait(now, wait)));
        }
    }

    private static Pending Dispose(Pending now, ITaskLedger ledger, ISymbol variable, SyntaxNode at)
    {
        ledger.Dispose(now, variable, at);
        return now;
    }

    private void InvokeOnSet(IInvocationOperation call, ISymbol? set, List<FlowEvent> events)
    {
        string name = call.TargetMethod.Name;
        if (_function.Spawns.Find(spawn => spawn.Call.Syntax == call.Syntax) is { } spawn)
        {
            events.Add(new FlowEvent((now, ledger) => ledger.Spawn(now, spawn, through: null)));
        }
        else if (name is "Add")
        {
            events.Add(new FlowEvent((now, ledger) => ledger.Add(now, set)));
        }
        else if (name is "DetachAll")
        {
            events.Add(new FlowEvent((now, ledger) => ledger.Detach(now, set)));
        }
    }

    // What the called function waits for itself is over when it returns; of a local of its own, nobody here can tell.
    private void StartThrough(SpawnCall spawn, CodeWalk walk, List<FlowEvent> events)
    {
        if (!spawn.Hop!.StartsIn(spawn.Owner.Syntax))
        {
            return;
        }

        events.Add(new FlowEvent((now, ledger) => ledger.Spawn(now, spawn, walk)));
        if (spawn.Hop.Handle.Kind is HopHandleKind.Over or HopHandleKind.Local)
        {
            var wait = new HopWait(_function, ImmutableHashSet<string>.Empty, only: [spawn]);
            events.Add(new FlowEvent((now, ledger) => ledger.Wait(now, wait)));
        }
    }

    private void Run(FunctionCall run, List<FlowEvent> events)
    {
        CodeWalk walk = CodeWalk.OfCall(run.Callee, _guards);
        NoteUses(run, walk, events);
        foreach (SpawnCall spawn in run.MayRepeat ? walk.Spawns.Concat(walk.Spawns) : walk.Spawns)
        {
            if (spawn.Hop is null)
            {
                events.Add(new FlowEvent((now, ledger) => ledger.Spawn(now, spawn, walk)));
            }
            else if (!run.IsDoubtful)
            {
                StartThrough(spawn, walk, events);
            }
        }

        Wait(run, walk, events);
    }

    // A method that waits for tasks may do all else when they are over.
    private void Help(FunctionCall run, List<FlowEvent> events)
    {
        CodeWalk walk = CodeWalk.OfCall(run.Callee, _guards);
        if (!Wait(run, walk, events))
        {
            NoteUses(run, walk, events);
        }
    }

    private void NoteUses(FunctionCall run, CodeWalk walk, List<FlowEvent> events)
    {
        foreach (TaskUse use in walk.Uses)
        {
            var here = new TaskUse(use.Use, use.Guards.AddRange(_guards.Around(run.At.Syntax, _function)), run.Entry, use.IsDoubtful || run.IsDoubtful);
            events.Add(new FlowEvent((now, ledger) => Note(now, ledger, here)));
        }
    }

    // True: it waits for something.
    private bool Wait(FunctionCall run, CodeWalk walk, List<FlowEvent> events)
    {
        bool waitsForHops = _waits is not null && IsOverAfter(run) && walk.Functions.Exists(static function => HopWaits.AppearIn(function.Syntax));
        if (waitsForHops)
        {
            var wait = new HopWait(_function, ImmutableHashSet<string>.Empty, only: _body.Spawns.FindAll(static spawn => spawn.Hop is not null));
            events.Add(new FlowEvent((now, ledger) => ledger.Wait(now, wait)));
        }

        bool drains = walk.Functions.Exists(static function => Drains.AppearIn(function.Syntax));
        if (drains)
        {
            events.Add(new FlowEvent(static (now, ledger) => ledger.Drain(now, set: null)));
        }

        return waitsForHops || drains;
    }

    // A function of the body's own that has come to its end when the call returns.
    private static bool IsOverAfter(FunctionCall run) => !run.At.Syntax.Span.Contains(run.Callee.Syntax.Span)
        && (run.Callee.Symbol is not { IsAsync: true } || run.At.Syntax.Parent is AwaitExpressionSyntax);
}
