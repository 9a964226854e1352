using JoinSets.Analyzers.Hops;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sharing;

internal sealed partial class BodyReader
{
    // Once every function is known: a local function may be called before it is read.
    private void Resolve()
    {
        foreach ((IInvocationOperation call, FunctionCode owner) in _calls)
        {
            if (_symbols.IsSet(call.Instance?.Type) && SpawnCall.IsSpawn(call.TargetMethod.Name))
            {
                Add(SpawnOf(call, owner), owner);
            }
            else if (!Hops(call, owner) || HopCalls.KindOf(call) is HopKind.Turn or HopKind.Action)
            {
                Follow(call, owner);
            }
        }

        foreach ((IObjectCreationOperation made, FunctionCode owner) in _made)
        {
            Hops(made, owner);
        }

        foreach (FunctionCode function in _body.Functions)
        {
            Sort(function);
        }
    }

    private void Add(SpawnCall spawn, FunctionCode owner)
    {
        owner.Spawns.Add(spawn);
        if (!IsInMethod(owner))
        {
            _body.Spawns.Add(spawn);
        }
    }

    private bool Hops(IOperation operation, FunctionCode owner)
    {
        List<Hop> hops = _hops is null || IsElsewhere(operation, owner) ? [] : _hops.Of(operation).ToList();
        hops.ForEach(hop => Add(new SpawnCall(operation, owner, hop) { IsSerial = hop.IsSerial }, owner));
        return hops.Count > 0;
    }

    // StartNew goes where its caller runs: nobody knows that of a function which is handed to somebody else.
    private bool IsElsewhere(IOperation operation, FunctionCode owner)
        => operation is IInvocationOperation { TargetMethod.Name: "StartNew" } && owner.Symbol is { MethodKind: MethodKind.AnonymousFunction }
            && owner.Syntax.Parent is ArgumentSyntax && !_calls.Exists(call => call.Call.Arguments.Any(argument => BodyCode.Plain(argument.Value) is IDelegateCreationOperation { Target.Syntax: var given } && given == owner.Syntax
                && (DelegateRuns.AreKnown(argument, checksHops: true) || SpawnCall.IsSpawn(call.Call.TargetMethod.Name))));

    private SpawnCall SpawnOf(IInvocationOperation call, FunctionCode owner)
    {
        ISymbol? set = SetNames.SetOf(call.Instance, _body);
        return new SpawnCall(call, owner)
        {
            Set = set,
            IsSerial = set is not null && SetNames.IsSerial(set, _body),
        };
    }

    private void Follow(IInvocationOperation call, FunctionCode owner)
    {
        if (Callee(call) is { } callee)
        {
            List<FunctionCall> calls = callee.IsMethod && owner.Parent is null && !owner.IsMethod ? owner.Helpers : owner.Calls;
            calls.Add(new FunctionCall(call, callee, mayRepeat: false));
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (BodyCode.Plain(argument.Value) is IDelegateCreationOperation or ILocalReferenceOperation && _body.FunctionIn(argument.Value) is { } function)
            {
                owner.Calls.Add(new FunctionCall(call, function, Repeats(call), isDoubtful: !DelegateRuns.AreKnown(argument, _hops is not null)));
            }
        }
    }

    private FunctionCode? Callee(IInvocationOperation call) => call.TargetMethod.MethodKind switch
    {
        MethodKind.LocalFunction => _body.FunctionOf(call.TargetMethod),
        MethodKind.DelegateInvoke => _body.FunctionIn(call.Instance),
        MethodKind.Ordinary when call.Instance is IInstanceReferenceOperation || call.TargetMethod.IsStatic => _body.FunctionOf(call.TargetMethod),
        _ => null,
    };

    // Given to a set as it is, set.Spawn(RunAsync), or by way of a local.
    private bool IsWork(IMethodReferenceOperation reference)
    {
        IOperation at = reference;
        while (at.Parent is IDelegateCreationOperation or IConversionOperation)
        {
            at = at.Parent;
        }

        return at.Parent is IVariableInitializerOperation
            || at.Parent is IArgumentOperation { Parent: { } call } && ((call is IInvocationOperation { Instance: { } set } && _symbols.IsSet(set.Type)) || (_hops is not null && HopCalls.KindOf(call) is not null));
    }

    private static bool IsInMethod(FunctionCode function)
    {
        FunctionCode outermost = function;
        while (outermost.Parent is { } parent)
        {
            outermost = parent;
        }

        return outermost.IsMethod;
    }

    private static bool Repeats(IInvocationOperation call) => call.TargetMethod.Name is "ForEach" or "For" or "ForEachAsync" || LazyStarts.AreAllAtOnce(call);

    private void Sort(FunctionCode function)
    {
        function.Uses.Sort(static (left, right) => left.Syntax.SpanStart.CompareTo(right.Syntax.SpanStart));
        foreach (SpawnCall spawn in function.Spawns)
        {
            spawn.Work = _body.FunctionIn(spawn.Delegate);
        }
    }
}
