using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

/// <summary>A private field or automatic property that holds a set, and what its type does with it.</summary>
/// <remarks>Read by name in every part of the type, nested types included; where another thing has that name, nothing is said.</remarks>
internal sealed class OwnedSet
{
    private OwnedSet(ISymbol member) => Member = member;

    internal ISymbol Member { get; }

    internal List<Location> Fills { get; } = [];

    /// <summary>Made and filled by the type, which does nothing else to it that could matter.</summary>
    internal bool IsForgotten => IsMade && !IsCaredFor && Fills.Count > 0;

    private bool IsMade { get; set; }

    private bool IsCaredFor { get; set; }

    /// <summary>Whether the member is one that only its own type can reach.</summary>
    internal static bool MayBe(ISymbol member, KnownSymbols symbols) => member switch
    {
        { IsStatic: true } or { IsImplicitlyDeclared: true } or { DeclaredAccessibility: not Accessibility.Private } or { DeclaringSyntaxReferences.Length: not 1 } => false,
        IFieldSymbol field => symbols.IsSet(field.Type),
        IPropertySymbol { IsIndexer: false } property => symbols.IsSet(property.Type) && IsAutomatic(property),
        _ => false,
    };

    internal static OwnedSet? Of(ISymbol member, CancellationToken cancellationToken)
    {
        var set = new OwnedSet(member);
        foreach (SyntaxReference part in member.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (SyntaxNode node in part.GetSyntax(cancellationToken).DescendantNodes())
            {
                set.Read(node);
                if (set.IsCaredFor)
                {
                    return null;
                }
            }
        }

        return set;
    }

    private static bool IsAutomatic(IPropertySymbol property)
        => property.DeclaringSyntaxReferences[0].GetSyntax() is PropertyDeclarationSyntax { AccessorList: { } list }
            && list.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null });

    private void Read(SyntaxNode node)
    {
        switch (node)
        {
            case IdentifierNameSyntax name when name.Identifier.ValueText == Member.Name:
                foreach (SetMention mention in SetMention.Of(name))
                {
                    Take(mention);
                }

                break;
            case VariableDeclaratorSyntax variable when variable.Identifier.ValueText == Member.Name:
                TakeDeclaration(variable, variable.Initializer);
                break;
            case PropertyDeclarationSyntax property when property.Identifier.ValueText == Member.Name:
                TakeDeclaration(property, property.Initializer);
                break;
            case ParameterSyntax { Identifier: var parameter } when parameter.ValueText == Member.Name:
            case SingleVariableDesignationSyntax { Identifier: var designation } when designation.ValueText == Member.Name:
            case ForEachStatementSyntax { Identifier: var item } when item.ValueText == Member.Name:
                IsCaredFor = true;
                break;
        }
    }

    private void TakeDeclaration(SyntaxNode declaration, EqualsValueClauseSyntax? initializer)
    {
        if (Member.DeclaringSyntaxReferences[0].GetSyntax() != declaration)
        {
            IsCaredFor = true; // a local of that name, or a field of a nested type
        }
        else if (initializer is not null)
        {
            Take(SetMention.OfValue(initializer.Value));
        }
    }

    private void Take(SetMention mention)
    {
        IsMade |= mention.Kind is MentionKind.Makes;
        IsCaredFor |= mention.Kind is MentionKind.CaresFor;
        if (mention.Kind is MentionKind.Fills)
        {
            Fills.Add(mention.Place!.GetLocation());
        }
    }
}
