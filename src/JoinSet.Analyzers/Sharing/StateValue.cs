using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sharing;

/// <summary>A variable whose value a task is given by the call's state argument, alone or as one element of a tuple.</summary>
internal sealed class StateValue
{
    private readonly IParameterSymbol _parameter;
    private readonly int? _element;

    private StateValue(ISymbol variable, IParameterSymbol parameter, int? element)
    {
        Variable = variable;
        _parameter = parameter;
        _element = element;
    }

    /// <summary>The variable of the spawner.</summary>
    internal ISymbol Variable { get; }

    /// <param name="task">The call that spawns.</param>
    /// <param name="parameter">What the task calls the state.</param>
    internal static IEnumerable<StateValue> AllOf(SpawnCall task, IParameterSymbol parameter)
    {
        if (task.State is not { } state)
        {
            return [];
        }

        return BodyCode.Plain(state) is ITupleOperation tuple
            ? tuple.Elements.Select((element, index) => Of(element, parameter, index)).OfType<StateValue>()
            : Of(state, parameter, element: null) is { } whole ? [whole] : [];
    }

    /// <summary>What the task does with the value, where the use is one of the state; null otherwise.</summary>
    internal VariableUse? UseIn(VariableUse use)
    {
        if (!use.Variable.IsSameAs(_parameter) || _element is not { } element)
        {
            return use.Variable.IsSameAs(_parameter) ? use : null;
        }

        return use.Reference.Parent is IFieldReferenceOperation { Field: var field } part && part.Instance == use.Reference && IsElement(field, element)
            ? new VariableUse(field, part, UseReader.KindOf(part), use.Owner)
            : null;
    }

    private static bool IsElement(IFieldSymbol field, int element)
        => (field.CorrespondingTupleField ?? field).Name == "Item" + (element + 1);

    private static StateValue? Of(IOperation value, IParameterSymbol parameter, int? element)
        => UseReader.VariableOf(BodyCode.Plain(value)) is { } variable ? new StateValue(variable, parameter, element) : null;
}
