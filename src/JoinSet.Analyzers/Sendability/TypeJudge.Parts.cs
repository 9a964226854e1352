using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sendability;

/// <summary>What a type holds, and what that makes of it.</summary>
internal sealed partial class TypeJudge
{
    private Verdict OfParts(INamedTypeSymbol type, IEnumerable<StateSlot> slots, int depth)
    {
        Verdict answer = Verdict.Immutable;
        foreach (StateSlot slot in slots)
        {
            Verdict verdict = OfSlot(type, slot, depth);
            if (verdict.Safety is Safety.Unsafe)
            {
                return verdict;
            }

            answer = verdict.Safety is Safety.Unknown || answer.Safety is Safety.Unknown ? Verdict.Unknown
                : verdict.Class is SendClass.Synchronized ? Verdict.Synchronized
                : answer;
        }

        return answer;
    }

    private Verdict OfSlot(INamedTypeSymbol type, StateSlot slot, int depth)
    {
        if (Annotations.IsSendable(slot.Member) is { } isSendable)
        {
            return isSendable ? Verdict.Synchronized : Verdict.OfMember(TypeNames.Of(type), slot.Name, TypeStatements.MarkedNot);
        }

        if (slot.IsOpen)
        {
            return Verdict.Unknown;
        }

        if (slot.CanBeWritten)
        {
            return Verdict.OfMember(TypeNames.Of(type), slot.Name, "can be written");
        }

        Verdict held = Judge(slot.Type, depth + 1);
        return held.Safety is Safety.Unsafe ? held.Through(TypeNames.Of(type), slot.Name) : held;
    }

    private bool IsHazard(StateSlot slot, int depth)
        => Annotations.IsSendable(slot.Member) is not true && (slot.CanBeWritten || Judge(slot.Type, depth + 1).Safety is not Safety.Safe);

    private static IEnumerable<StateSlot> PartsOfStructuralType(INamedTypeSymbol type) => type.IsTupleType
        ? type.TupleElements.Select(static element => new StateSlot(element, element.Name, element.Type, canBeWritten: false))
        : type.GetMembers().OfType<IPropertySymbol>().Select(static property => new StateSlot(property, property.Name, property.Type, canBeWritten: false));

    private static Verdict Weaken(Verdict verdict, SourceState state)
        => verdict.Safety is Safety.Safe && state.HasUnseenBase ? Verdict.Unknown : verdict;
}
