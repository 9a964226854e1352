using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sharing;

/// <summary>A call that takes a lock or gives one back.</summary>
internal readonly struct LockCall
{
    private LockCall(HeldLock guard, bool takes, int position)
    {
        HeldLock = guard;
        Takes = takes;
        Position = position;
    }

    internal HeldLock HeldLock { get; }

    internal bool Takes { get; }

    internal int Position { get; }

    internal static LockCall? Of(InvocationExpressionSyntax call, BodyCode body)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } access || !(LockMembers.Takes(member) || LockMembers.Gives(member)))
        {
            return null;
        }

        ITypeSymbol? type = body.ModelOf(call).GetTypeInfo(access.Expression).Type ?? body.ModelOf(call).GetSymbolInfo(call).Symbol?.ContainingType;
        if (!LockMembers.IsLock(type))
        {
            return null;
        }

        ExpressionSyntax holder = type!.Name is "Monitor" && call.ArgumentList.Arguments.Count > 0 ? call.ArgumentList.Arguments[0].Expression : access.Expression;
        ISymbol? key = KeyOf(holder, body);
        return key is not null && IsWide(key, body)
            ? null
            : new LockCall(new HeldLock(key, LockMembers.Shares(member)), LockMembers.Takes(member), call.SpanStart);
    }

    /// <summary>The variable that holds a lock; null where there is none that names it.</summary>
    internal static ISymbol? KeyOf(ExpressionSyntax holder, BodyCode body) => holder switch
    {
        ThisExpressionSyntax or TypeOfExpressionSyntax => body.ModelOf(holder).GetTypeInfo(holder is TypeOfExpressionSyntax type ? type.Type : holder).Type,
        _ => body.ModelOf(holder).GetSymbolInfo(holder).Symbol is (ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol) and var symbol ? body.RootOf(symbol) : null,
    };

    /// <summary>Whether this is a semaphore that was made to let several in at once.</summary>
    internal static bool IsWide(ISymbol semaphore, BodyCode body) => Capacity.Of(semaphore, body) > 1;
}
