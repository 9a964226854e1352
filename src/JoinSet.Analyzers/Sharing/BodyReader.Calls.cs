using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
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
                owner.Spawns.Add(SpawnOf(call, owner));
                if (!IsInMethod(owner))
                {
                    _body.Spawns.Add(owner.Spawns[owner.Spawns.Count - 1]);
                }

                continue;
            }

            Follow(call, owner);
        }

        foreach (FunctionCode function in _body.Functions)
        {
            Sort(function);
        }
    }

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
        if (Callee(call, owner) is { } callee)
        {
            owner.Calls.Add(new FunctionCall(call, callee, mayRepeat: false));
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (BodyCode.Plain(argument.Value) is IDelegateCreationOperation && _body.FunctionIn(argument.Value) is { } function)
            {
                owner.Calls.Add(new FunctionCall(call, function, Repeats(call.TargetMethod.Name)));
            }
        }
    }

    private FunctionCode? Callee(IInvocationOperation call, FunctionCode owner) => call.TargetMethod.MethodKind switch
    {
        MethodKind.LocalFunction => _body.FunctionOf(call.TargetMethod),
        MethodKind.DelegateInvoke => _body.FunctionIn(call.Instance),
        MethodKind.Ordinary when call.Instance is IInstanceReferenceOperation && owner.Parent is not null | IsInMethod(owner) => _body.FunctionOf(call.TargetMethod),
        _ => null,
    };

    // Given to a set as it is: set.Spawn(RunAsync).
    private bool IsWork(IMethodReferenceOperation reference)
    {
        IOperation at = reference;
        while (at.Parent is IDelegateCreationOperation or IConversionOperation)
        {
            at = at.Parent;
        }

        return at.Parent is IArgumentOperation { Parent: IInvocationOperation call } && _symbols.IsSet(call.Instance?.Type);
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

    private static bool Repeats(string method) => method is "ForEach" or "For" or "ForEachAsync";

    private void Sort(FunctionCode function)
    {
        function.Uses.Sort(static (left, right) => left.Syntax.SpanStart.CompareTo(right.Syntax.SpanStart));
        foreach (SpawnCall spawn in function.Spawns)
        {
            spawn.Work = _body.FunctionIn(spawn.Delegate);
        }
    }
}
