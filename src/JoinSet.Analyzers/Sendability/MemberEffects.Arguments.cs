using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sendability;

/// <summary>What happens to an object that is passed on.</summary>
internal sealed partial class MemberEffects
{
    internal MemberEffect OnArgument(IParameterSymbol parameter, ITypeSymbol argument, Question question)
    {
        if (parameter.RefKind is RefKind.Ref or RefKind.Out)
        {
            return MemberEffect.Unknown;
        }

        Verdict verdict = _verdicts.Of(argument);
        if (verdict.Safety is Safety.Safe || GuardsItself(argument))
        {
            return MemberEffect.Reads;
        }

        if (ArgumentTable.EffectOn(parameter) is { } known)
        {
            return known;
        }

        if (verdict.Class is SendClass.Exclusive or SendClass.Bound)
        {
            return OnExclusiveArgument(parameter);
        }

        return verdict.IsStated && ArgumentTable.IsForReading(parameter.Type) ? MemberEffect.Reads
            : parameter.ContainingSymbol is IMethodSymbol method && IsSeen(method) ? _summaries.OfParameter(method, parameter, question)
            : MemberEffect.Unknown;
    }

    /// <summary>Who is given a stream or a connection uses it, unless it is an object that keeps it for later, or one that takes just anything.</summary>
    private MemberEffect OnExclusiveArgument(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method || IsSeen(method))
        {
            return MemberEffect.Unknown;
        }

        bool isForTheKind = _verdicts.Of(parameter.OriginalDefinition.Type).Class is SendClass.Exclusive or SendClass.Bound;
        return isForTheKind || (method.IsExtensionMethod && parameter.Ordinal == 0 && parameter.Type.SpecialType is not SpecialType.System_Object)
            ? MemberEffect.Writes
            : MemberEffect.Unknown;
    }
}
