using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

/// <summary>One mention of a set's field, judged by the syntax around it. What is not known for certain counts as care.</summary>
internal readonly struct SetMention
{
    private SetMention(MentionKind kind, SyntaxNode? place = null)
    {
        Kind = kind;
        Place = place;
    }

    internal MentionKind Kind { get; }

    /// <summary>The call that fills the set.</summary>
    internal SyntaxNode? Place { get; }

    internal static IReadOnlyList<SetMention> Of(IdentifierNameSyntax name)
    {
        SyntaxNode whole = WholeOf(name);
        if (whole.Parent is not AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment || assignment.Left != whole)
        {
            return [OfUse(whole)];
        }

        // In (_set ??= new()).Spawn(…) the assignment is a mention itself.
        SetMention made = OfValue(assignment.Right);
        return IsStatement(assignment) ? [made] : [made, OfUse(WholeOf(assignment))];
    }

    private static SetMention OfUse(SyntaxNode whole)
        => whole.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Expression == whole => OfMember(access.Name.Identifier.ValueText, access.Parent),
            ConditionalAccessExpressionSyntax access when access.Expression == whole => OfBinding(access.WhenNotNull),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } => new(MentionKind.Looks),
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax or UnaryPatternSyntax { Pattern: ConstantPatternSyntax } } => new(MentionKind.Looks),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } => new(MentionKind.Looks),
            _ => new(MentionKind.CaresFor),
        };

    private static bool IsStatement(AssignmentExpressionSyntax assignment) => assignment.Parent switch
    {
        ExpressionStatementSyntax => true,
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } } } => true,
        ArrowExpressionClauseSyntax { Parent: ConstructorDeclarationSyntax or AccessorDeclarationSyntax { RawKind: not (int)SyntaxKind.GetAccessorDeclaration } } => true,
        _ => false,
    };

    /// <summary>A value that the field is given: a set of its own, or nothing at all; any other came from somebody who may care for it.</summary>
    internal static SetMention OfValue(ExpressionSyntax value) => SetVariable.Bare(value) switch
    {
        BaseObjectCreationExpressionSyntax => new(MentionKind.Makes),
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.NullLiteralExpression) || literal.IsKind(SyntaxKind.DefaultLiteralExpression) => new(MentionKind.Looks),
        _ => new(MentionKind.CaresFor),
    };

    private static SetMention OfBinding(ExpressionSyntax whenNotNull)
    {
        // In set?.Spawn(…).Abort() the first member binding in the source is the set's own.
        MemberBindingExpressionSyntax? binding = whenNotNull.DescendantNodesAndSelf().OfType<MemberBindingExpressionSyntax>().FirstOrDefault();
        return binding is null ? new(MentionKind.CaresFor) : OfMember(binding.Name.Identifier.ValueText, binding.Parent);
    }

    private static SetMention OfMember(string member, SyntaxNode? user) => SetMembers.EffectOf(member) switch
    {
        SetEffect.Fills when user is InvocationExpressionSyntax => new(MentionKind.Fills, user),
        SetEffect.Looks => new(MentionKind.Looks),
        SetEffect.Aborts when user is InvocationExpressionSyntax => new(MentionKind.Looks),
        _ => new(MentionKind.CaresFor),
    };

    /// <summary>The mention with a <c>this.</c> before it and a <c>!</c> behind it.</summary>
    private static SyntaxNode WholeOf(ExpressionSyntax mention)
    {
        SyntaxNode whole = mention;
        while (whole.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax
            || (whole.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access && access.Name == whole))
        {
            whole = whole.Parent;
        }

        return whole;
    }
}
