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

    /// <summary>What the function does with the value: with the state, with its element, or with the local that got it from <c>var (list, url) = state;</c></summary>
    internal IEnumerable<VariableUse> UsesIn(FunctionCode function)
    {
        if (_element is not { } element)
        {
            return function.Uses.Where(use => use.Variable.IsSameAs(_parameter));
        }

        List<VariableUse> whole = function.Uses.FindAll(use => use.Variable.IsSameAs(_parameter));
        List<ISymbol> names = whole.Select(use => NameIn(use.Reference, element)).OfType<ISymbol>().ToList();
        return whole.Select(use => PartIn(use, element)).OfType<VariableUse>()
            .Concat(function.Uses.Where(use => !use.Writes && names.Exists(use.Variable.IsSameAs)));
    }

    private static VariableUse? PartIn(VariableUse use, int element)
        => use.Reference.Parent is IFieldReferenceOperation { Field: var field } part && part.Instance == use.Reference && IsElement(field, element)
            ? new VariableUse(field, part, UseReader.KindOf(part), use.Owner)
            : null;

    private static ISymbol? NameIn(IOperation state, int element)
        => state.Parent is IDeconstructionAssignmentOperation { Target: IDeclarationExpressionOperation { Expression: ITupleOperation names } } taken && taken.Value == state && names.Elements.Length > element
            ? UseReader.VariableOf(names.Elements[element])
            : null;

    private static bool IsElement(IFieldSymbol field, int element)
        => (field.CorrespondingTupleField ?? field).Name == "Item" + (element + 1);

    private static StateValue? Of(IOperation value, IParameterSymbol parameter, int? element)
        => UseReader.VariableOf(BodyCode.Plain(value)) is { } variable ? new StateValue(variable, parameter, element) : null;
}
