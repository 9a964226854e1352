using JoinSets.Analyzers.Sendability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sharing;

/// <summary>Reads what is done with the object in a variable, from a mention of the variable outwards.</summary>
internal sealed class ObjectReader(BodyCode body, SendVerdicts verdicts)
{
    private const int MostSteps = 6;

    private readonly HeldTypes _held = new(body, verdicts);

    internal List<ObjectAccess> AccessesOf(TaskUse use)
    {
        var accesses = new List<ObjectAccess>();
        IOperation? at = use.Use.Reference;
        string path = "";
        ITypeSymbol? type = _held.Of(use.Use.Variable, at.Type);
        ITypeSymbol? holder = null;
        for (int steps = 0; at is not null && type is not null && steps < MostSteps; steps++)
        {
            IOperation whole = Outermost(at);
            at = whole.Parent switch
            {
                IConditionalAccessOperation access when access.Operation == whole => PlaceholderOf(access),
                IFieldReferenceOperation { Field.IsStatic: false } field when field.Instance == whole => Member(field, field.Field, use, ref path, accesses),
                IPropertyReferenceOperation { Property: { IsStatic: false, IsIndexer: false, Type.IsReferenceType: true } part } reference when reference.Instance == whole && IsBound(type) && !IsGiven(reference)
                    => Part(reference, part, type, ref path, ref holder),
                IPropertyReferenceOperation { Property: { IsStatic: false, IsIndexer: false } property } reference when reference.Instance == whole && PartTable.Contains(property)
                    => OwnPart(reference, property, type, use, ref path, accesses),
                IPropertyReferenceOperation { Property: { IsStatic: false, IsIndexer: false } property } reference when reference.Instance == whole && IsSource(property)
                    => Member(reference, property, use, ref path, accesses),
                _ => End(whole, type, holder, path, use, accesses),
            };
            type = at switch
            {
                IConditionalAccessInstanceOperation => type,
                IMemberReferenceOperation { Type.TypeKind: TypeKind.Interface } part => _held.Of(part.Member, part.Type),
                _ => at?.Type,
            };
        }

        return accesses;
    }

    // A field or property of a type in source is a place of its own: tasks that write two of them do not meet.
    private static IOperation? Member(IMemberReferenceOperation reference, ISymbol member, TaskUse use, ref string path, List<ObjectAccess> accesses)
    {
        path += "." + member.Name;
        if (reference.Instance?.Type is { } owner && WriteTo(reference) is { } effect)
        {
            accesses.Add(new ObjectAccess(use, path, owner, effect, reference, isMember: true));
            return null;
        }

        if (reference.Instance?.Type is { } holder)
        {
            accesses.Add(new ObjectAccess(use, path, holder, MemberEffect.Reads, reference, isMember: true));
        }

        return reference;
    }

    private bool IsBound(ITypeSymbol type) => verdicts.Of(type).Class is SendClass.Bound;

    private static bool IsGiven(IPropertyReferenceOperation property) => (UseReader.KindOf(property) & UseKind.Write) != 0;

    // What belongs to one request lends out its parts: they belong to it as well.
    private static IPropertyReferenceOperation Part(IPropertyReferenceOperation reference, IPropertySymbol part, ITypeSymbol type, ref string path, ref ITypeSymbol? holder)
    {
        path += "." + part.Name;
        holder = type;
        return reference;
    }

    // Who uses the part has looked at the whole.
    private static IPropertyReferenceOperation OwnPart(IPropertyReferenceOperation reference, IPropertySymbol part, ITypeSymbol type, TaskUse use, ref string path, List<ObjectAccess> accesses)
    {
        accesses.Add(new ObjectAccess(use, path, type, MemberEffect.Reads, reference));
        path += "." + part.Name;
        return reference;
    }

    private IOperation? End(IOperation whole, ITypeSymbol type, ITypeSymbol? holder, string path, TaskUse use, List<ObjectAccess> accesses)
    {
        if (holder is not null && verdicts.Of(type).Safety is Safety.Unknown)
        {
            MemberEffect onPart = OnPart(whole);
            if (onPart is MemberEffect.Writes)
            {
                accesses.Add(new ObjectAccess(use, path, holder, onPart, whole.Parent!));
            }

            return null;
        }

        IOperation? index = whole.Parent is IArrayElementReferenceOperation element && element.ArrayReference == whole
            ? element.Indices.FirstOrDefault()
            : null;
        MemberEffect effect = EffectOf(whole, type);
        if (effect is not (MemberEffect.None or MemberEffect.Unknown))
        {
            accesses.Add(new ObjectAccess(use, path, type, effect, whole.Parent!, index));
        }

        return null;
    }

    private static MemberEffect OnPart(IOperation whole) => whole.Parent switch
    {
        IInvocationOperation call when call.Instance == whole => EffectTable.EffectOf(call.TargetMethod) ?? MemberEffect.Unknown,
        IPropertyReferenceOperation property when property.Instance == whole => WriteTo(property) ?? MemberEffect.Unknown,
        _ => MemberEffect.Unknown,
    };

    private MemberEffect EffectOf(IOperation whole, ITypeSymbol type) => whole.Parent switch
    {
        IInvocationOperation call when call.Instance == whole && type is IArrayTypeSymbol && ArraySlices.IsTaken(call) => MemberEffect.Unknown,
        IInvocationOperation call when call.Instance == whole => verdicts.EffectOf(call.TargetMethod, type),
        IMethodReferenceOperation method when method.Instance == whole => verdicts.EffectOf(method.Method, type),
        IPropertyReferenceOperation property when property.Instance == whole => OfProperty(property, type),
        IArrayElementReferenceOperation array when array.ArrayReference == whole => WriteTo(array) ?? MemberEffect.Reads,
        IArgumentOperation argument when type is IArrayTypeSymbol && ArraySlices.IsGivenWith(argument) => MemberEffect.Unknown,
        IArgumentOperation { Parameter: { } parameter } => verdicts.EffectOnArgument(parameter, type),
        IForEachLoopOperation loop when loop.Collection == whole => verdicts.EffectOfEnumerating(type),
        IInterpolationOperation => MemberEffect.Reads,
        _ => MemberEffect.None,
    };

    private MemberEffect OfProperty(IPropertyReferenceOperation property, ITypeSymbol type) => WriteTo(property) is { } write
        ? write is MemberEffect.Writes ? verdicts.EffectOf(property.Property, type, isWrite: true) : write
        : verdicts.EffectOf(property.Property, type);

    /// <summary>Null: the place is only read. Unknown: made when first asked for, or somebody else's doing.</summary>
    private static MemberEffect? WriteTo(IOperation place)
    {
        UseKind kind = UseReader.KindOf(place);
        if ((kind & UseKind.Write) == 0)
        {
            return (kind & UseKind.Leaks) != 0 ? MemberEffect.Unknown : null;
        }

        bool isDoubtful = (kind & UseKind.Atomic) != 0 || place.Parent is ICoalesceAssignmentOperation or IArgumentOperation;
        return isDoubtful ? MemberEffect.Unknown : MemberEffect.Writes;
    }

    private static bool IsSource(IPropertySymbol property) => property.DeclaringSyntaxReferences.Length > 0 && UseReader.IsAutomatic(property);

    private static IOperation Outermost(IOperation value)
    {
        while (value.Parent is IConversionOperation { OperatorMethod: null } conversion)
        {
            value = conversion;
        }

        return value;
    }

    private static IConditionalAccessInstanceOperation? PlaceholderOf(IConditionalAccessOperation access)
        => access.WhenNotNull.DescendantsAndSelf().OfType<IConditionalAccessInstanceOperation>().FirstOrDefault();
}
