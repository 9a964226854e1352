using System.Collections.Immutable;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>One method that may make a set and return it.</summary>
internal sealed class SetFactory(ControlFlowGraph graph, KnownSymbols symbols, SetSummaries summaries)
{
    /// <summary>How it leaves the set that it returns; null where it does not always return one that it has made itself.</summary>
    internal SetState? StateMade()
    {
        IOperation body = graph.OriginalOperation;
        List<ExpressionSyntax?> returned = Returned(body.Syntax);
        if (returned.Count == 0 || body.SemanticModel is not { } model)
        {
            return null;
        }

        if (returned.TrueForAll(value => value is BaseObjectCreationExpressionSyntax && symbols.IsSet(model.GetTypeInfo(value).Type)))
        {
            return SetState.New;
        }

        ImmutableArray<SetCreation> creations = SetCreation.FindIn(body, symbols, factories: null);
        return creations.Length == 1 && returned.TrueForAll(value => value is IdentifierNameSyntax name && name.Identifier.ValueText == creations[0].Name)
            ? Follow(creations[0])
            : null;
    }

    private SetState? Follow(SetCreation creation)
    {
        var returns = new Returns();
        var body = new SetBody(graph, new NestedFunctions(graph), FollowedSet.MadeBy(creation.Syntax, creation.State, creation.Name), summaries, returns, depth: 1);
        return SetAnalysis.TryRun(body) && !body.Loops.HasCountedLoop ? returns.State : null;
    }

    private static List<ExpressionSyntax?> Returned(SyntaxNode method)
    {
        if (method is MethodDeclarationSyntax { ExpressionBody.Expression: { } value })
        {
            return [value];
        }

        return method.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>()
            .Select(static statement => statement.Expression)
            .ToList();
    }

    private sealed class Returns : LifeObserver
    {
        private bool _isUnknown;
        private bool _holds;

        internal SetState? State => _isUnknown ? null : _holds ? SetState.Filled : SetState.New;

        internal override void OnReturn(World world)
        {
            _isUnknown |= world.State.IsGone || world.State.IsClosed || !world.State.IsBorn || world.State.IsAborted;
            _holds |= world.State.Holds;
        }
    }
}
