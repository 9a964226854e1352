using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sharing;

internal sealed partial class SetReader
{
    // Flags that are made of each other have far more ways to be read than there are flags: each is read once.
    private readonly Dictionary<IOperation, EmptyTest?> _tests = [];

    /// <summary>What a condition says about a set being empty.</summary>
    internal EmptyTest? EmptyTestIn(IOperation? condition, int depth = 0)
    {
        if (condition is null || depth > MostSteps)
        {
            return null;
        }

        IOperation plain = BodyCode.Plain(condition);
        if (!_tests.TryGetValue(plain, out EmptyTest? test))
        {
            _tests[plain] = null; // what is made of itself says nothing more
            _tests[plain] = test = Read(plain, depth);
        }

        return test;
    }

    private EmptyTest? Read(IOperation condition, int depth) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => EmptyTestIn(not.Operand, depth + 1)?.Negated,
        IPropertyReferenceOperation { Property.Name: "IsEmpty" } empty when TryGetSet(empty.Instance, out ISymbol? set) => new(set, whenTrue: true),
        IPropertyReferenceOperation { Property.Name: "HasValue" } has => NullTest(has.Instance)?.Negated,
        IIsNullOperation { Operand: var operand } when TryGetSet(operand, out ISymbol? none) => new(none, whenTrue: true), // no set, no tasks
        IIsNullOperation isNull => NullTest(isNull.Operand),
        IIsPatternOperation isPattern => Match(isPattern.Pattern, isPattern.Value, depth + 1),
        IBinaryOperation binary => Compare(binary, depth + 1),
        IAwaitOperation { Operation: var awaited } when JoinsIn(awaited).Where(static join => !join.IsWhole).Select(static join => join.Set).FirstOrDefault() is { } moved
            && condition.Type?.SpecialType is SpecialType.System_Boolean => new(moved, whenTrue: false),
        IFlowCaptureReferenceOperation or ILocalReferenceOperation { Local.Type.SpecialType: SpecialType.System_Boolean } => ValuesOf(condition)
            .Where(value => value != condition).Select(value => EmptyTestIn(value, depth + 1)).FirstOrDefault(static test => test is not null),
        _ => null,
    };

    // True where the value is null: what JoinNextAsync gave, straight or by way of a variable.
    private EmptyTest? NullTest(IOperation? value)
    {
        foreach (IAwaitOperation awaited in ValuesOf(value).OfType<IAwaitOperation>())
        {
            foreach ((ISymbol? set, bool isWhole) in JoinsIn(awaited.Operation))
            {
                if (!isWhole)
                {
                    return new(set, whenTrue: true);
                }
            }
        }

        return null;
    }

    private EmptyTest? Match(IPatternOperation pattern, IOperation value, int depth) => pattern switch
    {
        _ when depth > MostSteps => null,
        INegatedPatternOperation negated => Match(negated.Pattern, value, depth + 1)?.Negated,
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => NullTest(value),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: true } } => EmptyTestIn(value, depth + 1),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: false } } => EmptyTestIn(value, depth + 1)?.Negated,
        IConstantPatternOperation constant => CountTest(BinaryOperatorKind.Equals, value, constant.Value),
        IRelationalPatternOperation relational => CountTest(relational.OperatorKind, value, relational.Value),
        IDeclarationPatternOperation { MatchesNull: false } or ITypePatternOperation => NullTest(value)?.Negated,
        IRecursivePatternOperation { DeconstructionSubpatterns.Length: 0, PropertySubpatterns.Length: 0 } => NullTest(value)?.Negated,
        _ => null,
    };

    private EmptyTest? Compare(IBinaryOperation binary, int depth)
    {
        bool isEqual = binary.OperatorKind is BinaryOperatorKind.Equals;
        if (isEqual || binary.OperatorKind is BinaryOperatorKind.NotEquals)
        {
            EmptyTest? same = Constant(binary.RightOperand) switch
            {
                { HasValue: true, Value: null } => NullTest(binary.LeftOperand),
                { HasValue: true, Value: true } => EmptyTestIn(binary.LeftOperand, depth),
                { HasValue: true, Value: false } => EmptyTestIn(binary.LeftOperand, depth)?.Negated,
                _ when Constant(binary.LeftOperand) is { HasValue: true, Value: null } => NullTest(binary.RightOperand),
                _ => CountTest(BinaryOperatorKind.Equals, binary.LeftOperand, binary.RightOperand),
            };
            return isEqual ? same : same?.Negated;
        }

        return CountTest(binary.OperatorKind, binary.LeftOperand, binary.RightOperand);
    }

    private static Optional<object?> Constant(IOperation operation) => BodyCode.Plain(operation) switch
    {
        IDefaultValueOperation { Type.IsReferenceType: true } => new Optional<object?>(null),
        var plain => plain.ConstantValue.HasValue ? plain.ConstantValue : operation.ConstantValue,
    };

    private EmptyTest? CountTest(BinaryOperatorKind kind, IOperation count, IOperation limit)
    {
        IPropertyReferenceOperation? property = ValuesOf(count).OfType<IPropertyReferenceOperation>().FirstOrDefault(static value => value.Property.Name is "Count");
        if (property is null || !TryGetSet(property.Instance, out ISymbol? set) || Constant(limit) is not { HasValue: true, Value: int number })
        {
            return null;
        }

        return (kind, number) switch
        {
            (BinaryOperatorKind.Equals, 0) or (BinaryOperatorKind.LessThanOrEqual, 0) or (BinaryOperatorKind.LessThan, 1) => new EmptyTest(set, whenTrue: true),
            (BinaryOperatorKind.GreaterThan, 0) or (BinaryOperatorKind.GreaterThanOrEqual, 1) => new EmptyTest(set, whenTrue: false),
            _ => null,
        };
    }
}
