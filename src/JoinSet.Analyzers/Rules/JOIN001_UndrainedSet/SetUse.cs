using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Rules;

/// <summary>What one mention of a local set does to the set.</summary>
internal static class SetUse
{
    /// <summary>The effect of this mention; <see cref="SetEffect.Unknown"/> where the set may leave our sight.</summary>
    internal static SetEffect EffectOf(ILocalReferenceOperation use, KnownSymbols symbols)
    {
        if (!StaysWithItsOwner(use, symbols))
        {
            return SetEffect.Unknown;
        }

        return use.Parent switch
        {
            INameOfOperation => SetEffect.Looks,
            IUsingOperation => SetEffect.Disposes,
            IConversionOperation { IsImplicit: true } conversion => IsDisposedThroughWrapper(conversion, symbols) ? SetEffect.Disposes : SetEffect.Unknown,
            _ => EffectOfMember(MemberUsed(use), symbols),
        };
    }

    /// <summary>The member that is called on the set or read from it, through <c>?.</c> too.</summary>
    private static IOperation? MemberUsed(ILocalReferenceOperation use) => use.Parent switch
    {
        IInvocationOperation call when call.Instance == use => call,
        IPropertyReferenceOperation property when property.Instance == use => property,
        IConditionalAccessOperation access when access.Operation == use => FirstMemberOf(access.WhenNotNull),
        _ => null,
    };

    /// <summary>In <c>set?.Spawn(…).Abort()</c> the innermost receiver is the set.</summary>
    private static IOperation? FirstMemberOf(IOperation whenNotNull)
    {
        IOperation? member = whenNotNull;
        while (ReceiverOf(member) is { } receiver and not IConditionalAccessInstanceOperation)
        {
            member = receiver;
        }

        return ReceiverOf(member) is null ? null : member;
    }

    private static IOperation? ReceiverOf(IOperation? member) => member switch
    {
        IInvocationOperation call => call.Instance,
        IPropertyReferenceOperation property => property.Instance,
        _ => null,
    };

    private static SetEffect EffectOfMember(IOperation? member, KnownSymbols symbols) => member switch
    {
        IInvocationOperation { TargetMethod: var method } when symbols.IsSet(method.ContainingType) => SetMembers.EffectOf(method.Name),
        IPropertyReferenceOperation { Property: var property } when symbols.IsSet(property.ContainingType) => SetMembers.EffectOf(property.Name),
        _ => SetEffect.Unknown,
    };

    /// <summary><c>await using (set.ConfigureAwait(false))</c>: the wrapper is nothing but the set's DisposeAsync.</summary>
    private static bool IsDisposedThroughWrapper(IConversionOperation conversion, KnownSymbols symbols)
        => conversion.Parent is IArgumentOperation { Parent: IInvocationOperation call }
            && symbols.IsConfigureAwaitOfDisposable(call.TargetMethod)
            && IsUsed(call);

    private static bool IsUsed(IInvocationOperation wrapper) => wrapper.Parent switch
    {
        IUsingOperation => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Parent: IVariableDeclarationOperation { Parent: { } group } } }
            => group is IUsingDeclarationOperation || group.Parent is IUsingOperation or IUsingDeclarationOperation,
        _ => false,
    };

    /// <summary>True unless a function between the mention and the set's declaration might carry the set away. The set's own tasks do not.</summary>
    private static bool StaysWithItsOwner(ILocalReferenceOperation use, KnownSymbols symbols)
    {
        for (IOperation? at = use.Parent; at is not null; at = at.Parent)
        {
            IMethodSymbol? function = FunctionOf(at);
            if (function is null)
            {
                continue;
            }

            if (SymbolEqualityComparer.Default.Equals(function, use.Local.ContainingSymbol))
            {
                return true;
            }

            if (!IsOwnTask(at, use.Local, symbols))
            {
                return false;
            }
        }

        return true;
    }

    private static IMethodSymbol? FunctionOf(IOperation operation) => operation switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        ILocalFunctionOperation function => function.Symbol,
        _ => null,
    };

    private static bool IsOwnTask(IOperation function, ILocalSymbol set, KnownSymbols symbols)
        => function.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation { Instance: ILocalReferenceOperation owner } call } }
            && SymbolEqualityComparer.Default.Equals(owner.Local, set)
            && EffectOfMember(call, symbols) is SetEffect.Fills;
}
