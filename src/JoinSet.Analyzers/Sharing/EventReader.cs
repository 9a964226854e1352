using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sharing;

/// <summary>Reads the blocks of one function as events, in the order in which they happen.</summary>
internal sealed class EventReader
{
    private readonly FunctionCode _function;
    private readonly BodyCode _body;
    private readonly GuardReader _guards;
    private readonly SetReader _sets;
    private readonly Dictionary<int, List<FlowEvent>> _known = [];
    private readonly Dictionary<int, EmptyTest?> _tests = [];
    private readonly CountedLoops _counted;

    internal EventReader(ControlFlowGraph graph, FunctionCode function, BodyCode body, GuardReader guards, KnownSymbols symbols)
    {
        _function = function;
        _body = body;
        _guards = guards;
        _sets = new SetReader(graph, body, symbols.IsSet);
        List<BasicBlock> branches = graph.Blocks.Where(static block => block.ConditionalSuccessor is not null && block.BranchValue is not null).ToList();
        foreach (BasicBlock block in branches)
        {
            _tests[block.Ordinal] = _sets.EmptyTestIn(block.BranchValue);
        }

        _counted = new CountedLoops(function, body, branches.Where(block => _tests[block.Ordinal] is not null).Select(block => (block.BranchValue!.Syntax, _tests[block.Ordinal]!.Value)).ToList());
        foreach (BasicBlock block in branches)
        {
            _tests[block.Ordinal] ??= _counted.EndTestOf(block.BranchValue!);
        }
    }

    internal EmptyTest? EmptyTestOf(BasicBlock block) => _tests.TryGetValue(block.Ordinal, out EmptyTest? test) ? test : null;

    /// <summary>The set of which one task is joined where the block's condition is true.</summary>
    internal bool IsJoinTest(BasicBlock block, out ISymbol? set)
    {
        set = null;
        return block.BranchValue is IInvocationOperation { TargetMethod.Name: "TryJoinNext" } call && _sets.TryGetSet(call.Instance, out set);
    }

    internal List<FlowEvent> Of(BasicBlock block)
    {
        if (_known.TryGetValue(block.Ordinal, out List<FlowEvent>? events))
        {
            return events;
        }

        _known[block.Ordinal] = events = [];
        foreach (IOperation operation in block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations)
        {
            Read(operation, events);
        }

        return events;
    }

    // Children first, and what is assigned before where it goes.
    private void Read(IOperation root, List<FlowEvent> events)
    {
        var pending = new Stack<(IOperation Operation, bool IsReady)>();
        pending.Push((root, false));
        while (pending.Count > 0)
        {
            (IOperation operation, bool isReady) = pending.Pop();
            if (isReady)
            {
                Happen(operation, events);
                continue;
            }

            pending.Push((operation, true));
            IEnumerable<IOperation> children = operation switch
            {
                IFlowAnonymousFunctionOperation => [],
                IAssignmentOperation and (ISimpleAssignmentOperation or IDeconstructionAssignmentOperation) => operation.ChildOperations,
                _ => operation.ChildOperations.Reverse(),
            };
            foreach (IOperation child in children)
            {
                pending.Push((child, false));
            }
        }
    }

    private void Happen(IOperation operation, List<FlowEvent> events)
    {
        switch (operation)
        {
            case IAwaitOperation awaited:
                Await(awaited.Operation, events);
                break;
            case IInvocationOperation call:
                Invoke(call, events);
                break;
            case IPropertyReferenceOperation { Property.Name: "Result" } result when KnownSymbols.IsAwaitable(result.Property.ContainingType):
                Await(result.Instance!, events);
                break;
            case IPropertyReferenceOperation { Property: { Name: "IsFinished", ContainingType.Name: "AbortHandle" } }:
                events.Add(new FlowEvent(static (now, ledger) => ledger.Drain(now, set: null))); // asked for until it is so: which task it was, nobody can tell
                break;
            case IPropertyReferenceOperation { Property.Name: "Value", Property.ContainingType.Name: "JoinResult" }:
                events.Add(new FlowEvent(static (now, _) => now, mayThrow: true));
                break;
        }

        if (_body.UsesBySyntax.TryGetValue(operation.Syntax, out VariableUse? use) && use.Owner == _function && UseReader.VariableOf(operation) is not null)
        {
            var here = new TaskUse(use, _guards.Around(use.Syntax, _function));
            events.Add(new FlowEvent((now, ledger) => Note(now, ledger, here)));
        }
    }

    private static Pending Note(Pending now, ITaskLedger ledger, TaskUse use)
    {
        ledger.Use(now, use);
        return now;
    }

    private void Await(IOperation awaited, List<FlowEvent> events)
    {
        foreach ((ISymbol? set, bool isWhole) in _sets.JoinsIn(awaited).ToList())
        {
            bool isDrain = isWhole || _counted.Joins(awaited.Syntax, set);
            events.Add(new FlowEvent((now, ledger) => isDrain ? ledger.Drain(now, set) : ledger.JoinOne(now, set)));
        }

        Signal(awaited, events);
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

        if (name is "Dispose" or "DisposeAsync" or "Close" && _sets.VariableOf(call.Instance) is { } disposed)
        {
            SyntaxNode at = call.Syntax;
            events.Add(new FlowEvent((now, ledger) => Dispose(now, ledger, disposed, at)));
        }

        foreach (FunctionCall run in _function.Calls.Where(run => run.At.Syntax == call.Syntax))
        {
            Run(run, events);
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

    private void Run(FunctionCall run, List<FlowEvent> events)
    {
        CodeWalk walk = CodeWalk.OfCall(run.Callee, _guards);
        foreach (TaskUse use in walk.Uses)
        {
            var here = new TaskUse(use.Use, use.Guards.AddRange(_guards.Around(run.At.Syntax, _function)), run.Entry);
            events.Add(new FlowEvent((now, ledger) => Note(now, ledger, here)));
        }

        foreach (SpawnCall spawn in run.MayRepeat ? walk.Spawns.Concat(walk.Spawns) : walk.Spawns)
        {
            events.Add(new FlowEvent((now, ledger) => ledger.Spawn(now, spawn, walk)));
        }

        if (walk.Functions.Exists(static function => Drains.AppearIn(function.Syntax)))
        {
            events.Add(new FlowEvent(static (now, ledger) => ledger.Drain(now, set: null)));
        }
    }
}
