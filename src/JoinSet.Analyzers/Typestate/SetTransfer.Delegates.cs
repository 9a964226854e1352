using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Typestate;

/// <content>Delegates that may know the set.</content>
internal sealed partial class SetTransfer
{
    private Value EvaluateArgument(IArgumentOperation argument, bool isOwnTask, int depth)
    {
        if (isOwnTask && FunctionIn(argument.Value) is { } function)
        {
            return UseInOwnTask(function);
        }

        Value value = Evaluate(argument.Value, depth);
        if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out } && SlotOf(argument.Value) is { IsNone: false } slot)
        {
            LoseIf(value);
            Assign(slot, Value.Unknown);
            return Value.Unknown;
        }

        return value;
    }

    private Value MakeDelegate(IDelegateCreationOperation creation)
        => creation.Target is IMethodReferenceOperation { Instance: { } instance } && Evaluate(instance, 0).LeadsToSet
            ? Lost()
            : FunctionIn(creation) is { } function ? Use(FunctionUse(function)) : Children(creation, 0);

    private static IOperation? FunctionIn(IOperation argument)
    {
        while (argument is IConversionOperation conversion)
        {
            argument = conversion.Operand;
        }

        return argument is IDelegateCreationOperation { Target: IFlowAnonymousFunctionOperation or IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } } creation
            ? creation.Target
            : null;
    }

    private SetUse FunctionUse(IOperation function) => function is IMethodReferenceOperation reference
        ? _body.UseIn(reference.Method, SetNames())
        : _body.UseIn(function.Syntax, SetNames());

    // A delegate that somebody keeps: whatever it does with the set, it may do at any time.
    private Value Use(SetUse use)
    {
        if (use is not SetUse.None)
        {
            Lose();
        }

        return Value.Unknown;
    }

    // A delegate given to the set's own Spawn: it runs only while its task is in the set.
    private Value UseInOwnTask(IOperation function)
    {
        switch (FunctionUse(function))
        {
            case SetUse.Fills:
                _state = _state.FillFromInside();
                ForgetEvidence();
                break;
            case SetUse.Other:
                Lose();
                break;
        }

        return Value.Unknown;
    }
}
