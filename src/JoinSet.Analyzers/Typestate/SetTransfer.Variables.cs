using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Typestate;

internal sealed partial class SetTransfer
{
    /// <summary>The locals and temporaries of these regions are gone.</summary>
    /// <param name="region">Each region that is left.</param>
    /// <param name="end">What that means for a set that only they held.</param>
    /// <param name="isSilent">It is no end that anybody wrote.</param>
    /// <param name="at">Where in the source it is left.</param>
    internal void Leave(ControlFlowRegion region, EndOfLife end, bool isSilent, SyntaxNode? at)
    {
        foreach (ILocalSymbol local in region.Locals)
        {
            Forget(new Slot(local), end, at, isSilent);
        }

        foreach (CaptureId capture in region.CaptureIds)
        {
            _values = _values.Remove(new Slot(capture));
        }
    }

    private Value Read(Slot slot, ITypeSymbol? type)
    {
        if (_values.TryGetValue(slot, out Value value))
        {
            return value;
        }

        return new(type?.SpecialType is SpecialType.System_Boolean ? ValueKind.IsTrue : ValueKind.Unknown, slot);
    }

    private Value Capture(IFlowCaptureOperation capture, int depth)
    {
        if (SlotOf(capture.Value) is { IsNone: false } variable)
        {
            _body.NoteCapture(capture.Id, variable);
        }

        Assign(new Slot(capture.Id), Evaluate(capture.Value, depth));
        return Value.Unknown;
    }

    private Value AssignTo(IOperation target, Value value, int depth)
    {
        Slot slot = target is IFlowCaptureReferenceOperation capture ? _body.CapturedVariable(capture.Id) : SlotOf(target);
        if (target is ILocalReferenceOperation { Local.IsRef: true })
        {
            slot = default; // whose variable it is, is not known
        }

        if (!slot.IsNone)
        {
            _state = value.IsEvidence ? _state : _state.Progress();
            Assign(slot, value);
            return value;
        }

        if (target is not IDiscardOperation)
        {
            LoseIf(value); // into a field, an array, somebody else's variable
            Children(target, depth);
            return value;
        }

        return Drop(value);
    }

    private void Assign(Slot slot, Value value)
    {
        if (_body.Set.IsVisitedIn(slot))
        {
            _state = _state.Reopen();
            return;
        }

        if (value.Kind is not ValueKind.Set)
        {
            Forget(slot, EndOfLife.Reassigned, at: null);
        }

        _values = _values.RemoveAllAbout(slot);

        bool isKnown = value.Kind is not ValueKind.Unknown && !value.Slot.Equals(slot);
        _values = isKnown && (_body.IsStable(slot) || value.LeadsToSet) ? _values.SetItem(slot, value) : _values.Remove(slot);
    }

    // The variable holds the set no longer. Where it was the last, the set's life ends.
    private void Forget(Slot slot, EndOfLife end, SyntaxNode? at, bool isSilent = false)
    {
        if (!_values.TryGetValue(slot, out Value old))
        {
            return;
        }

        World before = Snapshot();
        _values = _values.Remove(slot);
        if (old.Kind is ValueKind.Set && slot.Variable is not null && !_values.Any(static known => known.Value.Kind is ValueKind.Set && known.Key.Variable is not null))
        {
            if (!isSilent)
            {
                _body.End(end, before, at);
            }

            _state = default;
        }
        else if (old.Kind is ValueKind.HelperTask)
        {
            Lose();
        }
    }

    // x++, x += y, and the like: whatever was known of x is not true any more.
    private Value Change(IOperation operation, int depth)
    {
        Value result = IsHarmless(operation) ? Value.Unknown : Children(operation, depth);
        IOperation target = operation is IIncrementOrDecrementOperation increment ? increment.Target : ((ICompoundAssignmentOperation)operation).Target;
        if (SlotOf(target) is { IsNone: false } slot)
        {
            Assign(slot, Value.Unknown);
        }

        _state = _state.Progress();
        return result;
    }

    // `i++` on a number of one's own throws nothing.
    private static bool IsHarmless(IOperation change)
        => change is IIncrementOrDecrementOperation { OperatorMethod: null, IsChecked: false, Target: ILocalReferenceOperation or IParameterReferenceOperation }
            or ICompoundAssignmentOperation { OperatorMethod: null, IsChecked: false, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, Target: ILocalReferenceOperation or IParameterReferenceOperation, Value: ILiteralOperation or IConversionOperation { Operand: ILiteralOperation } };

    private Value Deconstruct(IDeconstructionAssignmentOperation deconstruction, int depth)
    {
        LoseIf(Evaluate(deconstruction.Value, depth));
        foreach (IOperation part in deconstruction.Target.DescendantsAndSelf())
        {
            if (SlotOf(part) is { IsNone: false } slot)
            {
                Assign(slot, Value.Unknown);
            }
        }

        return Value.Unknown;
    }

    private Slot SlotOf(IOperation? target) => target switch
    {
        IFieldReferenceOperation field when IsVisited(field.Field, field.Instance) => _body.Set.Entry,
        IPropertyReferenceOperation property when IsVisited(property.Property, property.Instance) => _body.Set.Entry,
        ILocalReferenceOperation local => new Slot(local.Local),
        IParameterReferenceOperation parameter => new Slot(parameter.Parameter),
        IDeclarationExpressionOperation declaration => SlotOf(declaration.Expression),
        _ => default,
    };

    private List<ISymbol> SetVariables() => _values
        .Where(static known => known.Value.Kind is ValueKind.Set && known.Key.Variable is not null)
        .Select(static known => known.Key.Variable!)
        .ToList();

    private List<string> SetNames() => SetVariables().Select(static variable => variable.Name).ToList();
}
