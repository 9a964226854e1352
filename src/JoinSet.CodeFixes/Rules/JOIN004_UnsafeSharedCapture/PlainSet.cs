using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>A set without values that is made, spawned into once, and joined once by JoinAllAsync, and never mentioned otherwise.</summary>
internal sealed class PlainSet
{
    private PlainSet(AwaitExpressionSyntax join, IReadOnlyList<SyntaxToken> typeNames)
    {
        Join = join;
        TypeNames = typeNames;
    }

    /// <summary><c>await set.JoinAllAsync()</c>, a statement of its own.</summary>
    internal AwaitExpressionSyntax Join { get; }

    /// <summary>Where the source says JoinSet: in the creation, and in the declared type.</summary>
    internal IReadOnlyList<SyntaxToken> TypeNames { get; }

    internal static PlainSet? Of(IdentifierNameSyntax name, InvocationExpressionSyntax spawn, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(name, cancellationToken).Symbol is not ILocalSymbol { Type: INamedTypeSymbol { Name: "JoinSet", Arity: 0 } } set
            || set.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax creation, Parent: VariableDeclarationSyntax declaration }
            || TypeNamesOf(creation, declaration) is not { Count: > 0 } typeNames)
        {
            return null;
        }

        List<IdentifierNameSyntax> others = name.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(mention => mention != name && mention.Identifier.ValueText == set.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(mention, cancellationToken).Symbol, set))
            .ToList();
        return others.Count == 1 && others[0].SpanStart > spawn.Span.End && JoinOf(others[0]) is { } join ? new PlainSet(join, typeNames) : null;
    }

    private static AwaitExpressionSyntax? JoinOf(IdentifierNameSyntax mention)
        => mention.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "JoinAllAsync" }
            && mention.FirstAncestorOrSelf<AwaitExpressionSyntax>() is { Parent: ExpressionStatementSyntax } join
            && join.Expression.DescendantNodes().OfType<InvocationExpressionSyntax>().Count() <= 1
                ? join
                : null;

    private static List<SyntaxToken> TypeNamesOf(BaseObjectCreationExpressionSyntax creation, VariableDeclarationSyntax declaration)
    {
        var names = new List<SyntaxToken>();
        foreach (TypeSyntax type in new[] { (creation as ObjectCreationExpressionSyntax)?.Type, declaration.Type }.OfType<TypeSyntax>())
        {
            SimpleNameSyntax? name = type as IdentifierNameSyntax ?? (type as QualifiedNameSyntax)?.Right;
            if (name is { Identifier.ValueText: "JoinSet" })
            {
                names.Add(name.Identifier);
            }
        }

        return names;
    }
}
