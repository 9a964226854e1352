using JoinSets.Analyzers.Loops;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

/// <summary>Where else a loop's set is spoken of: whoever has it may empty or dispose of it, which ends the loop.</summary>
internal sealed class SetMentions(JoinLoop loop, SemanticModel model)
{
    private readonly SyntaxNode _owner = OwnCode.OwnerOf(loop.Statement);

    /// <summary>Whether somebody could: the loop gives the set away, or another function does more to it than spawn and look.</summary>
    internal bool ShowAnotherHand()
        => IsOpen(loop.Set)
            || Mentions(loop.Statement).Any(mention => IsOwn(mention) && IsGivenAway(mention) && IsSet(mention))
            || Scopes().SelectMany(Mentions).Any(mention => OwnCode.OwnerOf(mention) != _owner && !IsHarmless(mention) && MayBeSet(mention));

    private static bool IsOpen(ISymbol set) => set is IFieldSymbol or IPropertySymbol && set.DeclaredAccessibility is not Accessibility.Private;

    private IEnumerable<SyntaxNode> Scopes() => loop.Set is ILocalSymbol or IParameterSymbol
        ? [OwnCode.MemberOf(loop.Set.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() ?? loop.Statement)]
        : loop.Set.ContainingType.DeclaringSyntaxReferences.Select(static part => part.GetSyntax());

    private IEnumerable<IdentifierNameSyntax> Mentions(SyntaxNode code)
        => code.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == loop.Set.Name);

    private bool IsOwn(SyntaxNode mention) => OwnCode.OwnerOf(mention) == _owner;

    private bool IsSet(IdentifierNameSyntax mention) => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(mention).Symbol, loop.Set);

    /// <summary>In another file, where nothing is bound here, the name alone must do.</summary>
    private bool MayBeSet(IdentifierNameSyntax mention) => mention.SyntaxTree != loop.Statement.SyntaxTree || IsSet(mention);

    private static bool IsGivenAway(IdentifierNameSyntax mention)
        => MemberOn(mention) is null && Whole(mention).Parent is not (CommonForEachStatementSyntax or NameColonSyntax);

    private static bool IsHarmless(IdentifierNameSyntax mention)
        => (MemberOn(mention) is { } member && SetMembers.EffectOf(member) is SetEffect.Fills or SetEffect.Looks or SetEffect.Aborts)
            || (Whole(mention).Parent is AssignmentExpressionSyntax assignment && assignment.Left == Whole(mention))
            || mention.Parent is NameColonSyntax;

    /// <summary>The member of the set that is used there; null where the set itself is.</summary>
    private static string? MemberOn(IdentifierNameSyntax mention) => Whole(mention).Parent switch
    {
        MemberAccessExpressionSyntax access when access.Expression == Whole(mention) => access.Name.Identifier.ValueText,
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } } => binding.Name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The mention with a <c>this.</c> before it and a <c>!</c> behind it.</summary>
    private static SyntaxNode Whole(IdentifierNameSyntax mention)
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
