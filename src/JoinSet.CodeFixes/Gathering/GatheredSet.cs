using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Gathering;

/// <summary>A set without values, in a local: made in sight, spawned into, joined at one place after that, and never mentioned otherwise.</summary>
internal sealed class GatheredSet
{
    private GatheredSet(IReadOnlyList<InvocationExpressionSyntax> spawns, GatheredJoin join, IReadOnlyList<SyntaxToken> typeNames, bool hasToken)
    {
        HasToken = hasToken;
        Spawns = spawns;
        Join = join;
        TypeNames = typeNames;
    }

    internal IReadOnlyList<InvocationExpressionSyntax> Spawns { get; }

    internal GatheredJoin Join { get; }

    /// <summary>Whether somebody may abort its tasks: it is made with a token, or with options that do not stand there.</summary>
    internal bool HasToken { get; }

    /// <summary>Where the source says JoinSet, and JoinResult for one of its results: what has to say of what.</summary>
    internal IReadOnlyList<SyntaxToken> TypeNames { get; }

    internal static GatheredSet? Of(IdentifierNameSyntax name, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(name, cancellationToken).Symbol is not ILocalSymbol { Type: INamedTypeSymbol { Name: "JoinSet", Arity: 0 } } set
            || set.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax creation, Parent: VariableDeclarationSyntax declaration }
            || TypeNamesOf(creation, declaration) is not { Count: > 0 } typeNames)
        {
            return null;
        }

        List<IdentifierNameSyntax> mentions = name.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(mention => mention.Identifier.ValueText == set.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(mention, cancellationToken).Symbol, set))
            .ToList();
        List<InvocationExpressionSyntax> spawns = mentions.Select(SpawnOf).OfType<InvocationExpressionSyntax>().ToList();
        bool isPlain = spawns.Count > 0 && spawns.Count == mentions.Count - 1 && mentions[mentions.Count - 1].SpanStart > spawns[spawns.Count - 1].Span.End;
        return isPlain && GatheredJoin.Of(mentions[mentions.Count - 1]) is { } join && spawns.TrueForAll(spawn => FunctionAround(spawn) == FunctionAround(join.Statement)) && IsAlwaysReached(join.Statement, declaration, spawns)
            ? new GatheredSet(spawns, join, [.. typeNames, .. join.TypeNames], TakesToken(creation))
            : null;
    }

    private static bool TakesToken(BaseObjectCreationExpressionSyntax creation) => creation.ArgumentList?.Arguments.Any(static argument
        => argument.Expression is not BaseObjectCreationExpressionSyntax { Initializer.Expressions: var options } || options.Any(static option => option is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "CancellationToken" } })) == true;

    private static InvocationExpressionSyntax? SpawnOf(IdentifierNameSyntax mention)
        => mention.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call, Name.Identifier.ValueText: "Spawn" or "SpawnBlocking" or "SpawnEach" or "SpawnOn" or "SpawnLocal" } access && access.Expression == mention && call.Expression == access ? call : null;

    // Whoever makes the set and spawns into it comes to the join, unless an exception leaves them both.
    private static bool IsAlwaysReached(StatementSyntax join, VariableDeclarationSyntax declaration, List<InvocationExpressionSyntax> spawns) => join.Ancestors()
        .TakeWhile(at => !at.Span.Contains(declaration.Span))
        .All(at => at is BlockSyntax or UsingStatementSyntax or TryStatementSyntax { Catches.Count: 0 } or GlobalStatementSyntax || (at is StatementSyntax and not TryStatementSyntax && spawns.TrueForAll(spawn => at.Span.Contains(spawn.Span))));

    private static SyntaxNode? FunctionAround(SyntaxNode node)
        => node.Ancestors().FirstOrDefault(static at => at is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    private static List<SyntaxToken> TypeNamesOf(BaseObjectCreationExpressionSyntax creation, VariableDeclarationSyntax declaration)
        => new[] { (creation as ObjectCreationExpressionSyntax)?.Type, declaration.Type }.OfType<TypeSyntax>()
            .Select(static type => type as IdentifierNameSyntax ?? (type as QualifiedNameSyntax)?.Right)
            .Where(static name => name is { Identifier.ValueText: "JoinSet" })
            .Select(static name => name!.Identifier)
            .ToList();
}
