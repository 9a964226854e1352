using Microsoft.CodeAnalysis;

namespace JoinSets.CodeFixes.Async;

/// <summary>The one kind of function for which async void is the accepted form: nobody waits for an event handler either way.</summary>
internal static class EventHandlers
{
    internal static bool IsOne(IMethodSymbol symbol)
        => symbol.ReturnsVoid
            && symbol.Parameters.Length == 2
            && symbol.Parameters[0].Type.SpecialType is SpecialType.System_Object
            && IsEventArgs(symbol.Parameters[1].Type);

    private static bool IsEventArgs(ITypeSymbol type)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (at is { Name: "EventArgs", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }
}
