using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sendability;

/// <summary>What the attributes of the package say of a type or a member.</summary>
internal static class Annotations
{
    /// <summary>True: [Sendable]. False: [NotSendable], which wins where both stand. Null: nothing is said.</summary>
    internal static bool? IsSendable(ISymbol symbol)
    {
        bool? answer = null;
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is not { ContainingNamespace: { Name: "JoinSets", ContainingNamespace.IsGlobalNamespace: true } } type)
            {
                continue;
            }

            if (type.Name == "NotSendableAttribute")
            {
                return false;
            }

            answer = type.Name == "SendableAttribute" ? true : answer;
        }

        return answer;
    }
}
