using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Typestate;

internal sealed partial class SetTransfer
{
    private Value Create(IObjectCreationOperation creation, int depth)
    {
        foreach (IOperation child in creation.ChildOperations)
        {
            LoseIf(Evaluate(child, depth));
        }

        MayThrow();
        return creation.Syntax == _body.Set.Creation ? Bear(creation.Syntax) : new(ValueKind.NotNull);
    }

    private Value Bear(SyntaxNode at)
    {
        if (_state.IsBorn)
        {
            BearAgain();
        }

        _state = _body.Set.FirstState;
        _trace = _state.Holds ? Trace.Nothing.Fill(at, wasEmpty: true) : Trace.Nothing;
        return new(ValueKind.Set);
    }

    // The same expression makes the next set: the one before is lost to sight unless its only variable is about to be overwritten.
    private void BearAgain()
    {
        List<ISymbol> holders = SetVariables();
        if (holders.Count == 1)
        {
            Forget(new Slot(holders[0]), EndOfLife.Reassigned, at: null);
        }

        foreach (KeyValuePair<Slot, Value> known in _values)
        {
            if (known.Value.LeadsToSet || known.Value.IsEvidence)
            {
                _values = _values.Remove(known.Key);
            }
        }
    }

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

    private Value JoinAll(string name)
    {
        switch (name)
        {
            case "JoinAllAsync":
                return new(ValueKind.JoinAllTask);
            case "ShutdownAsync":
                _state = _state.Abort();
                return new(ValueKind.ShutdownTask);
            case "JoinEachAsync":
                return new(ValueKind.Sequence);
            default:
                return new(ValueKind.Enumerator);
        }
    }

    // A member of what belongs to the set: its sequence, its enumerator, a task of it.
    private Value InvokeOnPart(Value part, string name, SyntaxNode at)
    {
        MayBeCaught();
        if (part.IsAwaitable)
        {
            return name switch
            {
                "ConfigureAwait" or "AsTask" or "Preserve" or "GetAwaiter" => part,
                "GetResult" or "Wait" => Await(part, at),
                _ => Lost(),
            };
        }

        return (part.Kind, name) switch
        {
            (ValueKind.Sequence, "GetAsyncEnumerator") => new(ValueKind.Enumerator),
            (ValueKind.Sequence, "ConfigureAwait" or "WithCancellation") => part,
            (ValueKind.Enumerator, "MoveNextAsync") => new(ValueKind.MoveTask, at: at),
            (ValueKind.Enumerator, "DisposeAsync") => new(ValueKind.NotNull), // a task that has ended already
            _ => Lost(),
        };
    }

    private Value InvokeOther(IInvocationOperation call, int depth)
    {
        IMethodSymbol method = call.TargetMethod;
        Value result = Value.Unknown;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            Value value = EvaluateArgument(argument, isOwnTask: false, depth);
            if (value.LeadsToSet)
            {
                result = Pass(call, argument, value);
            }
            else if (IsAsserted(value, method))
            {
                _state = _state.Empty();
            }
        }

        if (method.MethodKind is MethodKind.LocalFunction)
        {
            result = CallLocalFunction(call) ?? result;
        }

        LetOthersAct(method);
        if (call.IsImplicit)
        {
            MayBeCaught(); // a foreach over something
        }
        else
        {
            MayThrow();
        }

        if (KnownSymbols.NeverReturns(method))
        {
            if (!KnownSymbols.EndsProcess(method))
            {
                Thrown.Add(Snapshot());
            }

            _isDead = true;
        }

        return call.Syntax == _body.Set.Creation ? Bear(call.Syntax) : result;
    }

    // `Assert.True(set.IsEmpty)`, `Must(await set.JoinNextAsync() is null)`: whoever is given the test is taken to insist on it.
    private static bool IsAsserted(Value value, IMethodSymbol method)
        => !KnownSymbols.EndsNoWait(method)
            && (value.Kind is ValueKind.EmptyIfTrue or ValueKind.EmptyIfFalse || (value.Kind is ValueKind.EmptyIfNull && method.ContainingType.Name is "Assert"));

    // Code that is not seen may end a wait, and give a member another set.
    private void LetOthersAct(IMethodSymbol method)
    {
        if (!KnownSymbols.EndsNoWait(method))
        {
            _state = _body.Set.IsInMember ? _state.Reopen() : _state.Progress();
        }
    }

    // The set, or something that belongs to it, is an argument.
    private Value Pass(IInvocationOperation call, IArgumentOperation argument, Value value)
    {
        IMethodSymbol method = call.TargetMethod;
        if (KnownSymbols.OnlyLooks(method))
        {
            return Value.Unknown;
        }

        if (value.Kind is ValueKind.Set or ValueKind.Sequence && method.IsExtensionMethod && method.Name is "ConfigureAwait" or "WithCancellation")
        {
            return value;
        }

        if (value.Kind is not ValueKind.Set || argument.Parameter is not { RefKind: RefKind.None } parameter)
        {
            return Lost();
        }

        SetSummary summary = _body.Summarize(method, parameter);
        return Apply(summary.DrainsSometimes && MayTell(call) ? SetSummary.Loses : summary, call);
    }

    // Whether the caller may know on which of its paths the helper drained: by what it returned, or by a flag that both of them test.
    private bool MayTell(IInvocationOperation call)
        => (call.TargetMethod.ReturnType is INamedTypeSymbol { SpecialType: not SpecialType.System_Void } result && !(KnownSymbols.IsAwaitable(result) && result.Arity == 0))
            || call.Arguments.Any(argument => argument.Value.Type?.SpecialType is SpecialType.System_Boolean && (argument.Value.ConstantValue.HasValue || _body.MentionsOften(argument.Value.Syntax.ToString())));

    private Value? CallLocalFunction(IInvocationOperation call)
    {
        IMethodSymbol function = call.TargetMethod;
        if (_body.UseIn(function, SetNames()) is SetUse.None)
        {
            return null;
        }

        List<ISymbol> holders = SetVariables();
        return holders.Count == 1 ? Apply(_body.Summarize(function, holders[0]), call) : Lost();
    }

    private Value Apply(SetSummary summary, IInvocationOperation call)
    {
        if (KnownSymbols.IsAwaitable(call.TargetMethod.ReturnType))
        {
            return new(ValueKind.HelperTask, at: call.Syntax, summary: summary);
        }

        ApplyNow(summary, call.Syntax);
        return Value.Unknown;
    }

    // What the helper did was done here, as far as a message of this body can tell.
    private void ApplyNow(SetSummary summary, SyntaxNode at)
    {
        SetState before = _state;
        if (summary.Drops is { } end && before.Holds)
        {
            _body.End(end, Snapshot(), at);
        }

        _state = summary.Apply(before);
        if (_state.Holds && (!before.Holds || summary.Fills))
        {
            _trace = _trace.Fill(at, wasEmpty: !before.Holds);
        }

        if (_state.IsAborted && !before.IsAborted)
        {
            _trace = _trace.Abort(at);
        }

        ForgetEvidence();
    }

    private Value Await(Value task, SyntaxNode at)
    {
        switch (task.Kind)
        {
            case ValueKind.JoinTask or ValueKind.MoveTask:
                return AwaitJoin(task);
            case ValueKind.JoinAllTask:
            case ValueKind.ShutdownTask:
                _state = _state.Empty(); // where JoinAllAsync throws, too
                MayThrow();
                return Value.Unknown;
            case ValueKind.HelperTask:
                MayThrow(); // whatever it had not done by then
                ApplyNow(task.Summary!, task.At ?? at);
                return Value.Unknown;
            case ValueKind.NotNull:
                return Value.Unknown;
            default:
                LoseIf(task);
                MayThrow();
                _state = _body.Set.IsInMember ? _state.Reopen() : _state.Progress();
                return at == _body.Set.Creation ? Bear(at) : Value.Unknown;
        }
    }

    private Value AwaitJoin(Value task)
    {
        bool isMove = task.Kind is ValueKind.MoveTask;
        bool wasEmpty = !_state.Holds && !_state.IsGone && !_body.Set.IsVisited;
        if (task.At is { } at)
        {
            _body.Join(Snapshot(), at);
            _trace = _trace.Join(at);
        }

        _state = _state.JoinOne();
        if (wasEmpty)
        {
            return new(isMove ? ValueKind.False : ValueKind.Null);
        }

        return new(isMove ? ValueKind.EmptyIfFalse : ValueKind.EmptyIfNull);
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
            _state = _state.Progress(); // it would have thrown for null
        }

        return (instance.Kind, property.Property.Name) switch
        {
            (ValueKind.Set, "IsEmpty") => new(!_state.Holds && !_state.IsGone && !_body.Set.IsVisited ? ValueKind.True : ValueKind.EmptyIfTrue),
            (_, "IsCancellationRequested") => new(ValueKind.CancelledIfTrue),
            (ValueKind.Set, "Count") => new(ValueKind.Count),
            (ValueKind.EmptyIfNull or ValueKind.Null or ValueKind.NotNull, "HasValue") => IsNull(instance).Negated,
            (ValueKind.JoinTask or ValueKind.MoveTask or ValueKind.JoinAllTask or ValueKind.HelperTask, "Result") => Await(instance, property.Syntax),
            _ => Value.Unknown,
        };
    }

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
