using System.Collections.Immutable;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Typestate;

/// <summary>A place that makes a set and gives it to a local.</summary>
internal readonly struct SetCreation
{
    private SetCreation(SyntaxNode syntax, SyntaxToken identifier)
    {
        Syntax = syntax;
        Name = identifier.ValueText;
        Declaration = identifier.GetLocation();
    }

    /// <summary>The <c>new</c> expression.</summary>
    internal SyntaxNode Syntax { get; }

    internal string Name { get; }

    /// <summary>The declaration of the local.</summary>
    internal Location Declaration { get; }

    internal static ImmutableArray<SetCreation> FindIn(IOperation block, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<SetCreation>();
        if (block.SemanticModel is not { } model)
        {
            return found.ToImmutable();
        }

        // Members are not entered: the compilation unit of top-level statements also holds types, whose bodies come by themselves.
        foreach (BaseObjectCreationExpressionSyntax creation in block.Syntax
            .DescendantNodes(static node => node is not MemberDeclarationSyntax or GlobalStatementSyntax)
            .OfType<BaseObjectCreationExpressionSyntax>())
        {
            if (symbols.IsSet(model.GetTypeInfo(creation, cancellationToken).Type) && HolderOf(creation, model, cancellationToken) is { } holder)
            {
                found.Add(new SetCreation(creation, holder));
            }
        }

        return found.ToImmutable();
    }

    private static SyntaxToken? HolderOf(ExpressionSyntax creation, SemanticModel model, CancellationToken cancellationToken)
    {
        ExpressionSyntax whole = WholeOf(creation);
        switch (whole.Parent)
        {
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }:
                return model.GetDeclaredSymbol(declarator, cancellationToken) is ILocalSymbol { IsRef: false } ? declarator.Identifier : null;
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } assignment when assignment.Right == whole:
                return model.GetSymbolInfo(left, cancellationToken).Symbol is ILocalSymbol { IsRef: false } local
                    && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is VariableDeclaratorSyntax declared
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
