using JoinSets.Analyzers.Sendability;
using JoinSets.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Rules;

/// <summary>
/// Judges a field or property of <c>this</c>, or a static one, that tasks write: a counter or a sum. Only a write that reads first loses what another
/// wrote; a flag, or a value that is made when first asked for, is often meant as it is.
/// </summary>
internal static class MemberJudge
{
    internal static SharedFinding? Judge(TaskShare share, ShareBook book, SendVerdicts verdicts)
    {
        ISymbol member = share.Variable;
        Verdict owner = verdicts.Of(member.ContainingType);
        if (member is IFieldSymbol { IsVolatile: true } || (member.IsStatic ? owner.IsVouchedFor : owner.Safety is Safety.Safe) || verdicts.OfMember(member) is { IsVouchedFor: true })
        {
            return null;
        }

        if (new WriteJudge(share, book, judgesMembers: true).Judge() is not { } finding || !IsUpdate(finding.At) || !finding.Others.Any(static other => other.Use.Writes))
        {
            return null;
        }

        TaskUse other = finding.Others.First(static other => other.Use.Writes);
        return new SharedFinding(share, Access(finding.At), Access(other), RivalOf(finding.Rival), Verdict.OfMember(member.ContainingType.Name, member.Name, "can be written"));

        ObjectAccess Access(TaskUse use) => new(use, path: "", member.ContainingType, MemberEffect.Writes, use.Use.Reference, isMember: true);
    }

    // total++, total = total + x, if (best < x) best = x
    private static bool IsUpdate(TaskUse use) => use.Use.Writes && use.Use.Reference.Parent is not (ICoalesceAssignmentOperation or IArgumentOperation)
        && (use.Use.Reads || (use.Use.Reference.Parent is ISimpleAssignmentOperation assignment && (Mentions(assignment.Value, use) || IsCompared(assignment, use))));

    private static bool Mentions(IOperation value, TaskUse use)
        => value.DescendantsAndSelf().Any(part => UseReader.VariableOf(part).IsSameAs(use.Use.Variable) && part.Parent is not ICoalesceOperation);

    private static bool IsCompared(ISimpleAssignmentOperation assignment, TaskUse use)
    {
        for (IOperation? at = assignment.Parent; at is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; at = at.Parent)
        {
            if (at is IConditionalOperation { Condition: IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } test } && Mentions(test, use))
            {
                return true;
            }
        }

        return false;
    }

    private static SharedRival RivalOf(WriteRival rival) => rival switch
    {
        WriteRival.Twins => SharedRival.Twins,
        WriteRival.OtherTask => SharedRival.OtherTask,
        _ => SharedRival.Spawner,
    };
}
