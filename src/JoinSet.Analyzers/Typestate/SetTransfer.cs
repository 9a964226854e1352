using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Typestate;

/// <summary>Runs the operations of one block in one world: what each does to the followed set, and what it says about variables.</summary>
/// <remarks>
/// What is not understood loses the set, and a lost set is not spoken of. Thread safety: one object serves one run.
/// </remarks>
internal sealed partial class SetTransfer
{
    /// <summary>No sane expression nests deeper; recursion must not bring the compiler down.</summary>
    private const int MostNesting = 200;

    private readonly SetBody _body;
    private readonly BlockWays? _ways;
    private World _world;
    private SetState _state;
    private KnownValues _values;
    private Trace _trace;
    private Value _branch;
    private SyntaxNode? _at;
    private bool _isDead;

    /// <param name="body">Where the set is followed.</param>
    /// <param name="world">How things stand.</param>
    /// <param name="ways">Takes the worlds in which the block is left.</param>
    internal SetTransfer(SetBody body, World world, BlockWays? ways = null)
    {
        _body = body;
        _ways = ways;
        _world = world;
        _branch = world.Branch;
        _state = world.State;
        _values = world.Values;
        _trace = world.Trace;
    }

    /// <summary>The world as it stands; null after a call that never returns.</summary>
    internal World? Now => _isDead ? null : Snapshot();

    internal void Run(BasicBlock block)
    {
        RunOperations(block);
        if (Now is { } end)
        {
            _ways?.End(end);
        }
    }

    private void RunOperations(BasicBlock block)
    {
        _branch = Value.Unknown;
        if (!_state.IsBorn)
        {
            MayThrow(); // before there is a set, whatever a try block holds may fail: its handlers are bodies like any other
        }

        foreach (IOperation operation in block.Operations)
        {
            _at = operation.Syntax;
            Evaluate(operation, 0);
            if (_isDead)
            {
                return;
            }
        }

        if (block.BranchValue is { } value)
        {
            _at = value.Syntax;
            Value result = Evaluate(value, 0);
            _branch = block.ConditionalSuccessor is null ? Value.Unknown : result;
            if (block.FallThroughSuccessor?.Semantics is ControlFlowBranchSemantics.Return && block.ConditionalSuccessor is null)
            {
                Return(result, value.Syntax);
            }
        }
    }

    /// <summary>The world in which the branch value came out as <paramref name="outcome"/>; null where it cannot.</summary>
    internal World? Assume(bool outcome)
    {
        Value truth = outcome ? _branch : _branch.Negated;
        _branch = Value.Unknown;
        switch (truth.Kind)
        {
            case ValueKind.False:
                return null;
            case ValueKind.EmptyIfTrue:
                _state = _state.Empty();
                break;
            case ValueKind.EmptyIfFalse or ValueKind.JoinedIfTrue:
                _state = _state.Give();
                break;
            case ValueKind.CancelledIfTrue:
                _state = _state.Recover(); // what is left is given up on purpose from here on
                break;
            case ValueKind.IsTrue or ValueKind.IsFalse when _body.IsStable(truth.Slot):
                _values = _values.SetItem(truth.Slot, new Value(truth.Kind is ValueKind.IsTrue ? ValueKind.True : ValueKind.False));
                break;
            case ValueKind.IsNull or ValueKind.IsNotNull when _body.IsStable(truth.Slot):
                _values = _values.SetItem(truth.Slot, new Value(truth.Kind is ValueKind.IsNull ? ValueKind.Null : ValueKind.NotNull));
                break;
        }

        return Snapshot();
    }

    // The same object as long as nothing changes: who keeps worlds sees at once that he has this one.
    private World Snapshot() => _world = _world.With(_state, _values, _trace, _branch);

    private Value Evaluate(IOperation? operation, int depth)
    {
        if (operation is null || _isDead)
        {
            return Value.Unknown;
        }

        if (depth > MostNesting)
        {
            _body.GiveUp();
            return Value.Unknown;
        }

        if (Constant(operation) is { Kind: not ValueKind.Unknown } constant)
        {
            return constant;
        }

        depth++;
        return operation switch
        {
            ILocalReferenceOperation local => Read(new Slot(local.Local), local.Type),
            IParameterReferenceOperation parameter => Read(new Slot(parameter.Parameter), parameter.Type),
            IFlowCaptureReferenceOperation capture => Read(new Slot(capture.Id), capture.Type),
            IFlowCaptureOperation capture => Capture(capture, depth),
            ISimpleAssignmentOperation assignment => AssignTo(assignment.Target, Evaluate(assignment.Value, depth), depth),
            IExpressionStatementOperation statement => Drop(Evaluate(statement.Operation, depth)),
            IInvocationOperation call => Invoke(call, depth),
            IObjectCreationOperation creation => Create(creation, depth),
            IPropertyReferenceOperation property => ReadProperty(property, depth),
            IAwaitOperation awaited => Await(Evaluate(awaited.Operation, depth), awaited.Syntax),
            IFieldReferenceOperation field when IsVisited(field.Field, field.Instance) => new(ValueKind.Set),
            IConversionOperation conversion => Evaluate(conversion.Operand, depth),
            IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand, depth),
            IArgumentOperation argument => Evaluate(argument.Value, depth),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Evaluate(not.Operand, depth).Negated,
            IBinaryOperation binary => Compare(binary, depth),
            IIsNullOperation isNull => IsNull(Evaluate(isNull.Operand, depth)),
            IIsPatternOperation isPattern => Match(isPattern, depth),
            IReturnOperation { Kind: OperationKind.YieldReturn } yield => Yield(yield, depth),
            IDelegateCreationOperation creation => MakeDelegate(creation),
            IFlowAnonymousFunctionOperation function => Use(_body.UseIn(function.Syntax, SetNames())),
            IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } reference => Use(_body.UseIn(reference.Method, SetNames())),
            IInterpolatedStringOperation text => Ignore(text, depth),
            INameOfOperation or ITypeOfOperation or ISizeOfOperation => Value.Unknown,
            IIncrementOrDecrementOperation or ICompoundAssignmentOperation => Change(operation, depth),
            IDeconstructionAssignmentOperation deconstruction => Deconstruct(deconstruction, depth),
            _ => Children(operation, depth),
        };
    }

    private static Value Constant(IOperation operation) => operation.ConstantValue switch
    {
        { HasValue: true, Value: true } => new(ValueKind.True),
        { HasValue: true, Value: false } => new(ValueKind.False),
        { HasValue: true, Value: null } => new(ValueKind.Null),
        _ when operation is IDefaultValueOperation { Type.IsReferenceType: true } => new(ValueKind.Null),
        _ => Value.Unknown,
    };

    // An operation that means nothing to the analysis: a set that goes into it is out of sight.
    private Value Children(IOperation operation, int depth)
    {
        bool isLeaf = true;
        foreach (IOperation child in operation.ChildOperations)
        {
            LoseIf(Evaluate(child, depth));
            isLeaf = false;
        }

        if (!isLeaf && operation is not (IFieldReferenceOperation or IDelegateCreationOperation or IMethodReferenceOperation or ITupleOperation or IArrayInitializerOperation))
        {
            MayThrow();
        }

        return Value.Unknown;
    }

    // What only reads the text of things.
    private Value Ignore(IOperation operation, int depth)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            if (child is IInterpolationOperation { Expression: var expression })
            {
                Evaluate(expression, depth);
            }
        }

        MayThrow();
        return new(ValueKind.NotNull);
    }

    private Value Drop(Value value)
    {
        if (value.Kind is ValueKind.HelperTask)
        {
            Lose(); // nobody waits for it: it may still be at work with the set
        }

        return Value.Unknown;
    }

    // The caller's from now on; and so is the duty to await a join.
    private void Return(Value result, SyntaxNode at)
    {
        if (result.Kind is ValueKind.Set)
        {
            _body.Return(Snapshot());
        }

        if (result.IsAwaitable)
        {
            _trace = _trace.Return(at);
        }

        LoseIf(result);
    }

    private bool IsVisited(ISymbol member, IOperation? instance)
        => instance is null or IInstanceReferenceOperation && _body.Set.IsVisitedIn(new Slot(member));

    private Value Yield(IReturnOperation yield, int depth)
    {
        LoseIf(Evaluate(yield.ReturnedValue, depth));
        _state = _state.Progress();
        _ways?.Abandon(Snapshot());
        return Value.Unknown;
    }

    private void MayThrow()
    {
        if (_state.Holds && _at is not null)
        {
            _body.Risk(Snapshot(), _at);
        }

        MayBeCaught();
    }

    // As MayThrow, for what throws so seldom that only a handler has to reckon with it.
    private void MayBeCaught()
    {
        if (_body.HasHandlers)
        {
            _ways?.Catch(Snapshot());
        }
    }

    private void LoseIf(Value value)
    {
        if (value.LeadsToSet)
        {
            Lose();
        }
    }

    private void Lose() => _state = _state.Lose();

    private void Fill(bool isOne, SyntaxNode at)
    {
        _body.Fill(Snapshot());
        _trace = _trace.Fill(at, wasEmpty: !_state.Holds);
        _state = _state.Fill(isOne);
        ForgetEvidence();
    }

    private void ForgetEvidence() => _values = _values.RemoveAll(static known => known.Value.IsEvidence);
}
