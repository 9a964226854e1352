using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Typestate;

/// <content>Calls of other code, that of this compilation above all.</content>
internal sealed partial class SetTransfer
{
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
                _ways?.Throw(Snapshot());
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
        World world = Snapshot();
        SetState before = _state;
        if (summary.Drops is { } end && before.Holds)
        {
            _body.End(end, world, at);
        }

        _state = summary.Apply(before);
        if (_state.Holds && (!before.Holds || summary.Fills))
        {
            _body.Fill(world);
            _trace = _trace.Fill(at, wasEmpty: !before.Holds);
        }

        if (_state.IsAborted && !before.IsAborted)
        {
            _trace = _trace.Abort(at);
        }

        ForgetEvidence();
    }
}
