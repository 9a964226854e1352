using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sendability;

/// <summary>
/// Whether a type evidently keeps threads apart itself: each part of its state that could be raced for is private, and stands only
/// inside <c>lock (gate)</c>, one gate, private and readonly, or only in calls of Interlocked and Volatile.
/// </summary>
internal static class LockDiscipline
{
    internal static bool IsKept(SourceState state, Func<StateSlot, bool> isHazard)
    {
        ISymbol? gate = null;
        return state.Slots.Where(slot => !IsGate(slot.Member) && isHazard(slot)).All(slot => IsKept(slot, state.Source, ref gate));
    }

    private static bool IsKept(StateSlot slot, TypeSource source, ref ISymbol? gate)
    {
        bool isPrivate = slot.Member is IFieldSymbol { DeclaredAccessibility: Accessibility.Private, IsVolatile: false } or IParameterSymbol;
        if (!isPrivate)
        {
            return false;
        }

        foreach (SimpleNameSyntax use in source.UsesOf(slot.Member, UsePlace.IsAfterConstruction))
        {
            if (IsAtomic(use))
            {
                continue;
            }

            if (IsLeak(use, slot) || !IsOfThis(use) || GateAround(use, source) is not { } around || !SymbolEqualityComparer.Default.Equals(gate ??= around, around))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAtomic(SimpleNameSyntax use)
        => UsePlace.WholeOf(use).Parent is ArgumentSyntax
        {
            RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword,
            Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var type } },
        }
        && type is IdentifierNameSyntax { Identifier.ValueText: "Interlocked" or "Volatile" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Interlocked" or "Volatile" };

    /// <summary>Whether the object itself, which is not safe, gets out of the lock: returned, stored, passed on.</summary>
    private static bool IsLeak(SimpleNameSyntax use, StateSlot slot)
    {
        if (slot.Type.IsValueType || slot.Type.SpecialType is SpecialType.System_String)
        {
            return false;
        }

        ExpressionSyntax whole = UsePlace.WholeOf(use);
        return whole.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression != whole,
            ConditionalAccessExpressionSyntax access => access.Expression != whole,
            ElementAccessExpressionSyntax element => element.Expression != whole,
            ForEachStatementSyntax loop => loop.Expression != whole,
            AssignmentExpressionSyntax assignment => assignment.Left != whole,
            BinaryExpressionSyntax or IsPatternExpressionSyntax => false,
            _ => true,
        };
    }

    private static ISymbol? GateAround(SyntaxNode use, TypeSource source)
    {
        foreach (SyntaxNode node in use.Ancestors())
        {
            if (node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax)
            {
                return null;
            }

            if (node is LockStatementSyntax @lock && IsOfThis(NameIn(@lock.Expression)) && source.SymbolAt(@lock.Expression) is { } gate && IsGate(gate))
            {
                return gate;
            }
        }

        return null;
    }

    /// <summary>Whether it is this object's own: the gate of one object does not guard another.</summary>
    private static bool IsOfThis(SimpleNameSyntax? name)
        => name is not null && (name.Parent is not MemberAccessExpressionSyntax access || access.Name != name || access.Expression is ThisExpressionSyntax);

    private static SimpleNameSyntax? NameIn(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name,
        MemberAccessExpressionSyntax access => access.Name,
        _ => null,
    };

    private static bool IsGate(ISymbol symbol)
        => symbol is IFieldSymbol { DeclaredAccessibility: Accessibility.Private, IsReadOnly: true } field
            && (field.Type.SpecialType is SpecialType.System_Object || field.Type is INamedTypeSymbol { Name: "Lock", ContainingNamespace.Name: "Threading" });
}
