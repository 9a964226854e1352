using System.Collections.Immutable;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Typestate;

/// <summary>A place that makes a set and gives it to a local.</summary>
internal readonly struct SetCreation
{
    private SetCreation(SyntaxNode syntax, SetState state, SyntaxToken identifier)
    {
        Syntax = syntax;
        State = state;
        Identifier = identifier;
    }

    /// <summary>The <c>new</c> expression, or the call of a method that makes a set and returns it.</summary>
    internal SyntaxNode Syntax { get; }

    /// <summary>How the set stands when it is made.</summary>
    internal SetState State { get; }

    /// <summary>The name of the local, where it is declared.</summary>
    internal SyntaxToken Identifier { get; }

    internal string Name => Identifier.ValueText;

    internal bool IsHeldBy(ISymbol variable)
    {
        SyntaxToken identifier = Identifier;
        return variable.Name == Name && variable.Locations.Any(place => place.SourceSpan == identifier.Span);
    }

    /// <summary>The sets that the block makes with <c>new</c>, and those it gets from a factory, where there are any.</summary>
    internal static ImmutableArray<SetCreation> FindIn(IOperation block, KnownSymbols symbols, SetFactories? factories)
    {
        var found = ImmutableArray.CreateBuilder<SetCreation>();
        if (block.SemanticModel is not { } model)
        {
            return found.ToImmutable();
        }

        // Members are not entered: the compilation unit of top-level statements also holds types, whose bodies come by themselves.
        foreach (SyntaxNode node in block.Syntax.DescendantNodes(node => node == block.Syntax || node is not MemberDeclarationSyntax or GlobalStatementSyntax))
        {
            SetState? state = node switch
            {
                BaseObjectCreationExpressionSyntax creation when symbols.IsSet(model.GetTypeInfo(creation).Type) => SetState.New,
                InvocationExpressionSyntax or AwaitExpressionSyntax => factories?.StateAfter((ExpressionSyntax)node, model),
                _ => null,
            };
            if (state is { } made && HolderOf((ExpressionSyntax)node, model) is { } holder)
            {
                found.Add(new SetCreation(node, made, holder));
            }
        }

        return found.ToImmutable();
    }

    private static SyntaxToken? HolderOf(ExpressionSyntax creation, SemanticModel model)
    {
        ExpressionSyntax whole = WholeOf(creation);
        switch (whole.Parent)
        {
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }:
                return model.GetDeclaredSymbol(declarator) is ILocalSymbol { IsRef: false } ? declarator.Identifier : null;
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } assignment when assignment.Right == whole:
                return model.GetSymbolInfo(left).Symbol is ILocalSymbol { IsRef: false } local
                    && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax declared
                    ? declared.Identifier
                    : null;
            default:
                return null;
        }
    }

    // Out of what only chooses or names the value: parentheses, casts, ?:, ??, a switch.
    private static ExpressionSyntax WholeOf(ExpressionSyntax creation)
    {
        ExpressionSyntax whole = creation;
        while (true)
        {
            switch (whole.Parent)
            {
                case ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
                    whole = (ExpressionSyntax)whole.Parent;
                    break;
                case ConditionalExpressionSyntax conditional when conditional.Condition != whole:
                    whole = conditional;
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce:
                    whole = coalesce;
                    break;
                case SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } arm when arm.Expression == whole:
                    whole = choice;
                    break;
                default:
                    return whole;
            }
        }
    }
}
