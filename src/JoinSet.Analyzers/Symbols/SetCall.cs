using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Symbols;

/// <summary>A call of a set's member: <c>set.Spawn(…)</c>, <c>set?.Spawn(…)</c>.</summary>
internal readonly struct SetCall
{
    private SetCall(InvocationExpressionSyntax syntax, string member, ISymbol? set)
    {
        Syntax = syntax;
        Member = member;
        Set = set;
    }

    internal InvocationExpressionSyntax Syntax { get; }

    internal string Member { get; }

    /// <summary>The variable that holds the set; null where it is not known by one.</summary>
    internal ISymbol? Set { get; }

    internal SetEffect Effect => SetMembers.EffectOf(Member);

    /// <summary>The call as one of a set's member; null for any other. The name is looked at first, since it costs nothing.</summary>
    internal static SetCall? Of(InvocationExpressionSyntax call, SemanticModel model, KnownSymbols symbols)
    {
        if (NameOf(call) is not { } name || SetMembers.EffectOf(name) is SetEffect.Unknown || ReceiverOf(call) is not { } receiver)
        {
            return null;
        }

        return symbols.IsSet(model.GetTypeInfo(receiver).Type) && !IsExtension(call, model, symbols)
            ? new SetCall(call, name, SetVariable.Of(receiver, model, symbols))
            : null;
    }

    internal static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The argument for the parameter of this name, given by name or by place; null where there is none.</summary>
    internal ExpressionSyntax? ArgumentFor(string parameter, SemanticModel model)
    {
        if (model.GetSymbolInfo(Syntax).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        SeparatedSyntaxList<ArgumentSyntax> arguments = Syntax.ArgumentList.Arguments;
        for (int index = 0; index < arguments.Count; index++)
        {
            string? name = arguments[index].NameColon?.Name.Identifier.ValueText ?? (index < method.Parameters.Length ? method.Parameters[index].Name : null);
            if (name == parameter)
            {
                return arguments[index].Expression;
            }
        }

        return null;
    }

    private static ExpressionSyntax? ReceiverOf(InvocationExpressionSyntax call)
    {
        if (call.Expression is MemberAccessExpressionSyntax access)
        {
            return access.Expression;
        }

        return call.Expression is MemberBindingExpressionSyntax ? call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression : null;
    }

    private static bool IsExtension(InvocationExpressionSyntax call, SemanticModel model, KnownSymbols symbols)
        => model.GetSymbolInfo(call).Symbol is IMethodSymbol method && !symbols.IsSet(method.ContainingType);
}
