using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Typestate;

/// <content>What the members of the set do.</content>
internal sealed partial class SetTransfer
{
    private Value Invoke(IInvocationOperation call, int depth)
    {
        Value instance = Evaluate(call.Instance, depth);
        if (instance.Kind is ValueKind.Set)
        {
            return InvokeOnSet(call, depth);
        }

        if (instance.LeadsToSet)
        {
            foreach (IArgumentOperation argument in call.Arguments)
            {
                LoseIf(Evaluate(argument, depth));
            }

            return InvokeOnPart(instance, call.TargetMethod.Name, call.Syntax);
        }

        return InvokeOther(call, depth);
    }

    private Value InvokeOnSet(IInvocationOperation call, int depth)
    {
        string name = call.TargetMethod.Name;
        SetEffect effect = SetMembers.EffectOf(name);
        foreach (IArgumentOperation argument in call.Arguments)
        {
            EvaluateArgument(argument, effect is SetEffect.Fills, depth);
        }

        if (_state.IsClosed && (effect is SetEffect.Fills or SetEffect.JoinsOne or SetEffect.JoinsAll && name is not "ShutdownAsync"))
        {
            _body.UseAfterDispose(Snapshot(), call.Syntax);
        }

        // A member of the set throws for a set that was disposed, which is JOIN017's business, for a token, and for the sequence it is given.
        if (name is "SpawnEach" || (name is "JoinNextAsync" or "JoinEachAsync" or "GetAsyncEnumerator" && HasToken(call)))
        {
            MayThrow();
        }

        switch (effect)
        {
            case SetEffect.Fills:
                Fill(isOne: name is not "SpawnEach", call.Instance!.Syntax);
                return Value.Unknown;
            case SetEffect.JoinsOne:
                return name is "TryJoinNext" ? Look(call.Syntax) : new(ValueKind.JoinTask, at: call.Syntax);
            case SetEffect.JoinsAll:
                return JoinAll(name);
            case SetEffect.Detaches:
                _state = _state.Empty();
                return Value.Unknown;
            case SetEffect.Aborts:
                _trace = _state.Holds ? _trace.Abort(call.Syntax) : _trace;
                _state = _state.Abort();
                return Value.Unknown;
            case SetEffect.Disposes:
                _body.DisposeAfterReturn(Snapshot());
                _body.End(name is "Dispose" ? EndOfLife.Dispose : EndOfLife.DisposeAsync, Snapshot(), call.Syntax);
                _state = _state.Close();
                return Value.Unknown;
            case SetEffect.Looks:
                return Value.Unknown;
            default:
                return name is "ConfigureAwait" ? new(ValueKind.Set) : Lost();
        }
    }

    private static bool HasToken(IInvocationOperation call)
        => call.Arguments.Any(static argument => argument.ArgumentKind is not ArgumentKind.DefaultValue && argument.Parameter?.Type.Name is "CancellationToken");

    private Value Lost()
    {
        Lose();
        return Value.Unknown;
    }

    private Value Look(SyntaxNode at)
    {
        _body.Join(Snapshot(), at);
        bool isLast = _state.HoldsOneAtMost;
        _state = _state.Look();
        return isLast ? new(ValueKind.EmptyIfTrue) : Value.Unknown;
    }

    private Value ReadProperty(IPropertyReferenceOperation property, int depth)
    {
        if (IsVisited(property.Property, property.Instance))
        {
            return new(ValueKind.Set);
        }

        Value instance = Evaluate(property.Instance, depth);
        foreach (IArgumentOperation argument in property.Arguments)
        {
            LoseIf(EvaluateArgument(argument, isOwnTask: false, depth));
        }

        if (property.Property is { Name: "Value", ContainingType.Name: "JoinResult" })
        {
            MayThrow(); // the task's own failure; other properties are taken to be as harmless as they should be
        }

        if (instance.Kind is ValueKind.EmptyIfNull && property.Property.Name is "Value")
        {
            _state = _state.Give(); // it would have thrown for null
        }

        return (instance.Kind, property.Property.Name) switch
        {
            (ValueKind.Set, var name) => PropertyOfSet(name),
            (_, "IsCancellationRequested") => new(ValueKind.CancelledIfTrue),
            (ValueKind.EmptyIfNull or ValueKind.Null or ValueKind.NotNull, "HasValue") => IsNull(instance).Negated,
            (ValueKind.JoinTask or ValueKind.MoveTask or ValueKind.JoinAllTask or ValueKind.HelperTask, "Result") => Await(instance, property.Syntax),
            _ => Value.Unknown,
        };
    }

    private Value PropertyOfSet(string name) => name switch
    {
        "IsEmpty" => new(!_state.Holds && !_state.IsGone && !_body.Set.IsVisited ? ValueKind.True : ValueKind.EmptyIfTrue),
        "Count" => new(ValueKind.Count),
        _ => Value.Unknown,
    };
}
