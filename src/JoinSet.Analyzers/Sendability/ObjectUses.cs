using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sendability;

/// <summary>Finds every use of one object in a body, and of what it holds, and adds up what they do.</summary>
/// <param name="root">A parameter that holds the object; any other symbol means <c>this</c>.</param>
/// <param name="effects">What the members do that are used.</param>
/// <param name="question">For whose sake it is asked.</param>
internal sealed partial class ObjectUses(ISymbol root, MemberEffects effects, Question question)
{
    internal MemberEffect EffectOf(IOperation body)
    {
        MemberEffect sum = MemberEffect.None;
        foreach (IOperation operation in body.Descendants())
        {
            if (IsRoot(operation))
            {
                MemberEffect effect = OfUse(operation);
                sum = Add(sum, effect is MemberEffect.Writes && IsLater(operation, body) ? MemberEffect.Unknown : effect);
            }
        }

        return sum;
    }

    /// <summary>Whether the place is in a function of its own: nobody knows when that is called, and by whom.</summary>
    private static bool IsLater(IOperation operation, IOperation body)
    {
        for (IOperation? at = operation.Parent; at is not null && at != body; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsRoot(IOperation operation) => operation switch
    {
        IParameterReferenceOperation reference => root is IParameterSymbol
            ? SymbolEqualityComparer.Default.Equals(reference.Parameter, root)
            : IsOfPrimaryConstructor(reference.Parameter),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => root is not IParameterSymbol,
        _ => false,
    };

    /// <summary>A parameter of a primary constructor that stands in a body is a field in all but name.</summary>
    private bool IsOfPrimaryConstructor(IParameterSymbol parameter)
        => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
            && !SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, root);

    private MemberEffect OfUse(IOperation use)
    {
        if (use is IParameterReferenceOperation && root is not IParameterSymbol && WriteTo(use) is { } written)
        {
            return written;
        }

        MemberEffect sum = MemberEffect.None;
        IOperation? at = use;
        while (at is not null)
        {
            ITypeSymbol? type = at.Type;
            (MemberEffect effect, at) = Step(at);
            sum = Add(sum, effect is MemberEffect.Writes && IsTwoWay(type) ? MemberEffect.Unknown : effect);
        }

        return sum;
    }

    /// <summary>Whether a use may be one of two that go together, which a sum of uses cannot tell: one method sends, another receives.</summary>
    private static bool IsTwoWay(ITypeSymbol? type) => type is not null && TwoWayUse.Is(type);

    /// <summary>What is done with the value of an operation, and the part of the object that it leads to, if it leads to one.</summary>
    private (MemberEffect Effect, IOperation? Next) Step(IOperation value)
    {
        if (value.Type is not { } type)
        {
            return (MemberEffect.Unknown, null);
        }

        IOperation at = Outermost(value);
        switch (at.Parent)
        {
            case IFieldReferenceOperation field when field.Instance == at:
                return Follow(field, WriteTo(field) ?? MemberEffect.Reads);
            case IPropertyReferenceOperation property when property.Instance == at:
                return Follow(property, OfProperty(property, type));
            case IArrayElementReferenceOperation element when element.ArrayReference == at:
                return Follow(element, WriteTo(element) ?? MemberEffect.Reads);
            case IInvocationOperation call when call.Instance == at:
                return (effects.Of(call.TargetMethod, type, isWrite: false, question), null);
            case IArgumentOperation { Parameter: { } parameter }:
                return (effects.OnArgument(parameter, type, question), null);
            case IForEachLoopOperation loop when loop.Collection == at:
                return (effects.OfEnumerating(type), null);
            case IConditionalAccessOperation access when access.Operation == at:
                return (MemberEffect.Reads, PlaceholderOf(access));
            case IReturnOperation or IBinaryOperation or IIsPatternOperation or IIsTypeOperation or ILockOperation or IExpressionStatementOperation:
                return (MemberEffect.Reads, null);
            default:
                return (IsSafe(type) ? MemberEffect.Reads : MemberEffect.Unknown, null);
        }
    }

    /// <summary>What nobody knows may be made afresh for whoever asks: it is followed no further.</summary>
    private (MemberEffect Effect, IOperation? Next) Follow(IOperation part, MemberEffect effect)
        => effect is MemberEffect.Reads && !IsSafe(part.Type) ? (effect, part) : (effect, null);

    private MemberEffect OfProperty(IPropertyReferenceOperation property, ITypeSymbol receiver)
    {
        return WriteTo(property) is { } write
            ? write is MemberEffect.Writes ? effects.Of(property.Property, receiver, isWrite: true, question) : write
            : effects.Of(property.Property, receiver, isWrite: false, question);
    }

    private static IOperation Outermost(IOperation value)
    {
        IOperation at = value;
        while (at.Parent is IConversionOperation { Conversion.IsUserDefined: false } or IParenthesizedOperation)
        {
            at = at.Parent;
        }

        return at.Type is null ? value : at;
    }

    private static IConditionalAccessInstanceOperation? PlaceholderOf(IConditionalAccessOperation access)
        => access.WhenNotNull.DescendantsAndSelf().OfType<IConditionalAccessInstanceOperation>().FirstOrDefault();

    private bool IsSafe(ITypeSymbol? type) => type is not null && effects.Verdicts.Of(type).Safety is Safety.Safe;

    private static MemberEffect Add(MemberEffect left, MemberEffect right)
        => left is MemberEffect.Writes || right is MemberEffect.Writes ? MemberEffect.Writes : (MemberEffect)Math.Max((int)left, (int)right);
}
