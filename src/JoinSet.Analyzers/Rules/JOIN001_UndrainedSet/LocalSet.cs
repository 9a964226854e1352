using System.Collections.Immutable;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Rules;

/// <summary>A set in a local, and what its uses say about it. Belongs to the one thread that analyses its body.</summary>
internal sealed class LocalSet(ILocalSymbol local, VariableDeclaratorSyntax declarator, SemanticModel model)
{
    private readonly List<SyntaxNode> _fills = [];
    private bool _hasOtherUses;

    internal ILocalSymbol Local => local;

    internal VariableDeclaratorSyntax Declarator => declarator;

    /// <summary>It holds tasks, no use of it could take one out, and an end of its life can be reached from there.</summary>
    internal bool IsPlainlyUndrained
        => !_hasOtherUses && _fills.Count > 0 && SetScope.EndsAfter(FirstFill, declarator, model);

    private SyntaxNode FirstFill => _fills.OrderBy(static fill => fill.SpanStart).First();

    internal ImmutableArray<Location> FillLocations()
        => _fills.OrderBy(static fill => fill.SpanStart).Select(static fill => fill.GetLocation()).ToImmutableArray();

    internal void Note(ILocalReferenceOperation use, KnownSymbols symbols)
    {
        switch (SetUse.EffectOf(use, symbols))
        {
            case SetEffect.Fills:
                _fills.Add(use.Syntax);
                break;
            case SetEffect.Looks or SetEffect.Disposes:
                break;
            default:
                _hasOtherUses = true;
                break;
        }
    }
}
