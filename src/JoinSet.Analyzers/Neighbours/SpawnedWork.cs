using JoinSets.Analyzers.Symbols;
using JoinSets.Analyzers.Typestate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Neighbours;

/// <summary>
/// The tasks of which IDISP013 says that they are to be awaited in the using: what a lambda returns that is given to a set. The set
/// awaits them; the question is whether that happens before the using ends.
/// </summary>
internal sealed class SpawnedWork(SemanticModel model, KnownSymbols symbols, LivesAround lives)
{
    internal bool IsWaitedFor(SyntaxNode returned)
    {
        if (returned.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is not { } work || UsingScope.IsOpenedBetween(returned, work)
            || SpawnOf(work) is not { Set: ILocalSymbol local } spawn || SetScope.Of(local) is not { } scope)
        {
            return false;
        }

        return scope.Contains(spawn.Syntax) && IsUsedPlainly(local, scope)
            && lives.Of(work).Where(life => life.Identifier == scope.Identifier).ToList() is { Count: 1 } life
            && IsWaitedFor(life[0], scope, spawn.Syntax);
    }

    // An exception must not leave the tasks behind, either: await using waits for them; without it, nothing may throw while the set holds any.
    private static bool IsWaitedFor(SetLife life, SetScope scope, SyntaxNode spawn)
    {
        if (!LivesAround.IsDrained(life) || (!scope.IsAwaited && life.Risks.Count > 0))
        {
            return false;
        }

        // A using that ends before the set does is too early for a DisposeAsync to wait.
        return !scope.OpensUsingBefore(spawn) || (life.Risks.Count == 0 && life.Ends.All(static end => !end.State.Holds));
    }

    // SpawnBlocking does not look at what the work returns.
    private SetCall? SpawnOf(AnonymousFunctionExpressionSyntax work)
    {
        bool isArgument = work.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax };
        return isArgument && SetCall.Of((InvocationExpressionSyntax)work.Parent!.Parent!.Parent!, model, symbols) is { Effect: SetEffect.Fills, Member: not "SpawnBlocking" } spawn
            ? spawn
            : null;
    }

    // Nobody else has the set, and nothing lets its tasks go on alone.
    private bool IsUsedPlainly(ILocalSymbol local, SetScope scope) => scope.Node
        .DescendantNodes()
        .OfType<IdentifierNameSyntax>()
        .Where(mention => mention.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(mention).Symbol, local))
        .All(IsPlain);

    private bool IsPlain(IdentifierNameSyntax mention) => mention.Parent switch
    {
        ForEachStatementSyntax loop => loop.Expression == mention,
        MemberAccessExpressionSyntax access => access.Expression == mention
            && SetMembers.EffectOf(access.Name.Identifier.ValueText) is not (SetEffect.Unknown or SetEffect.Detaches)
            && symbols.IsSet(model.GetSymbolInfo(access).Symbol?.ContainingType),
        _ => false,
    };
}
