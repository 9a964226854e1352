using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sendability;

/// <summary>Which places are given a value.</summary>
internal sealed partial class ObjectUses
{
    /// <summary>Null: the place is only read. Unknown: it is written in a way that two threads may survive, or that is somebody else's doing.</summary>
    private static MemberEffect? WriteTo(IOperation place)
    {
        IOperation at = Outermost(place);
        return at.Parent switch
        {
            ICoalesceAssignmentOperation assignment when assignment.Target == at => MemberEffect.Unknown,
            IAssignmentOperation assignment when assignment.Target == at => IsLazy(assignment) ? MemberEffect.Unknown : MemberEffect.Writes,
            IIncrementOrDecrementOperation => MemberEffect.Writes,
            ITupleOperation tuple when tuple.Parent is IDeconstructionAssignmentOperation assignment && assignment.Target == tuple => MemberEffect.Writes,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => MemberEffect.Unknown,
            _ => null,
        };
    }

    /// <summary>Made when first asked for: two threads may make it twice, and that is often meant.</summary>
    private static bool IsLazy(IAssignmentOperation assignment)
    {
        if (assignment is ICompoundAssignmentOperation)
        {
            return false;
        }

        ISymbol? target = SymbolOf(assignment.Target);
        for (IOperation? at = assignment.Parent; at is not null; at = at.Parent)
        {
            if (at is IConditionalOperation { Condition: var condition } && condition.DescendantsAndSelf().Any(part => target is not null && SymbolEqualityComparer.Default.Equals(SymbolOf(part), target) && !IsCompared(part)))
            {
                return true;
            }
        }

        return false;
    }

    // if (best < value) best = value; — that is no first time.
    private static bool IsCompared(IOperation part)
        => part.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual };

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
