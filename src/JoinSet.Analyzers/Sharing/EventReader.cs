using JoinSets.Analyzers.Hops;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sharing;

/// <summary>Reads the blocks of one function as events, in the order in which they happen.</summary>
internal sealed partial class EventReader
{
    private readonly FunctionCode _function;
    private readonly BodyCode _body;
    private readonly GuardReader _guards;
    private readonly SetReader _sets;
    private readonly Dictionary<int, List<FlowEvent>> _known = [];
    private readonly Dictionary<int, EmptyTest?> _tests = [];
    private readonly CountedLoops _counted;
    private readonly HopWaits? _waits;
    private readonly Dictionary<int, HopWait?> _waitsAfter = [];

    internal EventReader(ControlFlowGraph graph, FunctionCode function, BodyCode body, GuardReader guards, KnownSymbols symbols)
    {
        _function = function;
        _body = body;
        _guards = guards;
        _sets = new SetReader(graph, body, symbols.IsSet);
        _waits = body.Spawns.Exists(static spawn => spawn.Hop is not null) ? new HopWaits(function, body) : null;
        List<BasicBlock> branches = graph.Blocks.Where(static block => block.ConditionalSuccessor is not null && block.BranchValue is not null).ToList();
        foreach (BasicBlock block in branches)
        {
            _tests[block.Ordinal] = _sets.EmptyTestIn(block.BranchValue);
        }

        _counted = new CountedLoops(function, body, branches.Where(block => _tests[block.Ordinal] is not null).Select(block => (block.BranchValue!.Syntax, _tests[block.Ordinal]!.Value)).ToList());
        foreach (BasicBlock block in branches)
        {
            _tests[block.Ordinal] ??= _counted.EndTestOf(block.BranchValue!);
            _waitsAfter[block.Ordinal] = _waits?.After(block.BranchValue!.Syntax);
        }
    }

    internal EmptyTest? EmptyTestOf(BasicBlock block) => _tests.TryGetValue(block.Ordinal, out EmptyTest? test) ? test : null;

    /// <summary>What the branch that begins with this condition waits for in one of its parts.</summary>
    internal HopWait? HopWaitAfter(BasicBlock block) => _waitsAfter.TryGetValue(block.Ordinal, out HopWait? wait) ? wait : null;

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
            case IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully" or "Status" or "IsAlive" or "IsFaulted" or "ThreadState" } asked:
                WaitForHops(asked.Syntax, events);
                break;
            case IInvalidOperation unknown:
                WaitForHops(unknown.Syntax, events); // a call of something that is not there: it may wait for anything
                break;
            case IObjectCreationOperation made:
                StartHops(made.Syntax, events);
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
}
