using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Typestate;

internal sealed partial class SetTransfer
{
    private static Value IsNull(Value value) => value.Kind switch
    {
        ValueKind.Null => new(ValueKind.True),
        ValueKind.EmptyIfNull => new(ValueKind.EmptyIfTrue),
        ValueKind.NotNull => new(ValueKind.False),
        ValueKind.Unknown when !value.Slot.IsNone => new(ValueKind.IsNull, value.Slot),
        _ when value.LeadsToSet => new(ValueKind.False),
        _ => Value.Unknown,
    };

    private Value Compare(IBinaryOperation binary, int depth)
    {
        Value left = Evaluate(binary.LeftOperand, depth);
        Value right = Evaluate(binary.RightOperand, depth);
        bool isEqual = binary.OperatorKind is BinaryOperatorKind.Equals;
        if (isEqual || binary.OperatorKind is BinaryOperatorKind.NotEquals)
        {
            Value same = Same(left, right, binary);
            return isEqual ? same : same.Negated;
        }

        if (left.Kind is ValueKind.Count)
        {
            return CountIs(binary.OperatorKind, Number(binary.RightOperand));
        }

        return right.Kind is ValueKind.Count ? CountIs(Mirrored(binary.OperatorKind), Number(binary.LeftOperand)) : Value.Unknown;
    }

    private Value Same(Value left, Value right, IBinaryOperation binary)
    {
        if (right.Kind is ValueKind.Null || left.Kind is ValueKind.Null)
        {
            return IsNull(right.Kind is ValueKind.Null ? left : right);
        }

        if (left.Kind is ValueKind.Count || right.Kind is ValueKind.Count)
        {
            return CountIs(BinaryOperatorKind.Equals, Number(left.Kind is ValueKind.Count ? binary.RightOperand : binary.LeftOperand));
        }

        return (left.Kind, right.Kind) switch
        {
            (_, ValueKind.True) => left,
            (_, ValueKind.False) => left.Negated,
            (ValueKind.True, _) => right,
            (ValueKind.False, _) => right.Negated,
            _ => Value.Unknown,
        };
    }

    private static int? Number(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: int number } ? number : null;

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };

    // Which comparisons of Count with a constant say that the set is empty, or that it is not.
    private Value CountIs(BinaryOperatorKind kind, int? number)
    {
        if (number is null)
        {
            _state = _state.Progress(); // whatever it is compared with may say that the set is not empty
        }

        return CountIs(kind, number ?? -1);
    }

    private static Value CountIs(BinaryOperatorKind kind, int number) => (kind, number) switch
    {
        (BinaryOperatorKind.Equals, 0) => new(ValueKind.EmptyIfTrue),
        (BinaryOperatorKind.LessThanOrEqual, 0) => new(ValueKind.EmptyIfTrue),
        (BinaryOperatorKind.LessThan, 1) => new(ValueKind.EmptyIfTrue),
        (BinaryOperatorKind.GreaterThan, 0) => new(ValueKind.EmptyIfFalse),
        (BinaryOperatorKind.GreaterThanOrEqual, 1) => new(ValueKind.EmptyIfFalse),
        (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.Equals, > 0) => new(ValueKind.JoinedIfTrue),
        (BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual, > 0) => new(ValueKind.JoinedIfFalse),
        _ => Value.Unknown,
    };

    private Value Match(IIsPatternOperation isPattern, int depth)
    {
        Value value = Evaluate(isPattern.Value, depth);
        foreach (IOperation part in isPattern.Pattern.DescendantsAndSelf())
        {
            if (DeclaredBy(part) is { } declared)
            {
                bool isSame = ReferenceEquals(part, isPattern.Pattern) && (value.LeadsToSet || part is IDeclarationPatternOperation { MatchesNull: true });
                Assign(new Slot(declared), isSame ? value : Value.Unknown);
            }
        }

        return Matches(isPattern.Pattern, value);
    }

    private static ISymbol? DeclaredBy(IOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        IListPatternOperation list => list.DeclaredSymbol,
        _ => null,
    };

    private Value Matches(IPatternOperation pattern, Value value) => pattern switch
    {
        INegatedPatternOperation negated => Matches(negated.Pattern, value).Negated,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => And(Matches(both.LeftPattern, value), Matches(both.RightPattern, value)),
        IBinaryPatternOperation either => And(Matches(either.LeftPattern, value).Negated, Matches(either.RightPattern, value).Negated).Negated,
        IDiscardPatternOperation => new(ValueKind.True),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => IsNull(value),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: true } } => value,
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: false } } => value.Negated,
        IConstantPatternOperation constant when value.Kind is ValueKind.Count => CountIs(BinaryOperatorKind.Equals, Number(constant.Value)),
        IRelationalPatternOperation relational when value.Kind is ValueKind.Count => CountIs(relational.OperatorKind, Number(relational.Value)),
        IDeclarationPatternOperation { MatchesNull: true } => new(ValueKind.True),
        IDeclarationPatternOperation or ITypePatternOperation or IRecursivePatternOperation when value.Kind is ValueKind.Null => new(ValueKind.False),
        IDeclarationPatternOperation declaration when IsTheTypeItself(declaration.InputType, declaration.MatchedType) => IsNull(value).Negated,
        ITypePatternOperation type when IsTheTypeItself(type.InputType, type.MatchedType) => IsNull(value).Negated,
        IRecursivePatternOperation any when IsTheTypeItself(any.InputType, any.MatchedType) && TakesAll(any) => IsNull(value).Negated,
        IRecursivePatternOperation { DeconstructionSubpatterns.Length: 0, PropertySubpatterns.Length: 1 } one when value.Kind is ValueKind.Set => MatchesPart(one.PropertySubpatterns[0]),
        IDeclarationPatternOperation or ITypePatternOperation or IRecursivePatternOperation when value.Kind is ValueKind.EmptyIfNull
            => new(ValueKind.JoinedIfTrue), // null matches none of them
        _ => Value.Unknown,
    };

    // What is known where both hold, and where not both do.
    private static Value And(Value left, Value right)
        => left.Equals(right) || left.Kind is ValueKind.False || right.Kind is ValueKind.True ? left
            : left.Kind is ValueKind.True || right.Kind is ValueKind.False ? right
            : IsPresence(left) || IsPresence(right) ? new(ValueKind.JoinedIfTrue)
            : Value.Unknown;

    private static bool IsPresence(Value value) => value.Kind is ValueKind.EmptyIfFalse or ValueKind.JoinedIfTrue;

    // `set is { Count: 0 }`
    private Value MatchesPart(IPropertySubpatternOperation part)
        => part.Member is IPropertyReferenceOperation member ? Matches(part.Pattern, PropertyOfSet(member.Property.Name)) : Value.Unknown;

    // `is { IsSuccess: var ok }`, `is var (value, error)`: no value but null fails it.
    private static bool TakesAll(IRecursivePatternOperation pattern)
        => pattern.PropertySubpatterns.All(static part => TakesAll(part.Pattern)) && pattern.DeconstructionSubpatterns.All(TakesAll);

    private static bool TakesAll(IPatternOperation pattern) => pattern is IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true };

    // A test for the type that the value has anyway is a test for null and nothing else.
    private static bool IsTheTypeItself(ITypeSymbol input, ITypeSymbol? matched)
    {
        ITypeSymbol plain = input is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : input;
        return matched is null || SymbolEqualityComparer.Default.Equals(plain, matched) || SymbolEqualityComparer.Default.Equals(input, matched);
    }
}
