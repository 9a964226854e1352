using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>The shared object of a report: a local, where it is declared, and every mention of it.</summary>
internal sealed class SharedObject
{
    private readonly Diagnostic _diagnostic;

    private SharedObject(Diagnostic diagnostic, IdentifierNameSyntax name, ISymbol symbol, SemanticModel model)
    {
        _diagnostic = diagnostic;
        Name = name;
        Symbol = symbol;
        Model = model;
        SyntaxNode scope = name.Ancestors().FirstOrDefault(static at => at is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? name.SyntaxTree.GetRoot();
        Mentions = scope.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(mention => mention.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(mention).Symbol, symbol))
            .ToList();
    }

    /// <summary>The mention that is reported.</summary>
    internal IdentifierNameSyntax Name { get; }

    internal ISymbol Symbol { get; }

    internal SemanticModel Model { get; }

    internal IReadOnlyList<IdentifierNameSyntax> Mentions { get; }

    internal INamedTypeSymbol? Type => (Symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol member => member.Type,
        _ => null,
    }) as INamedTypeSymbol;

    /// <summary>The declaration of a local that holds nothing else.</summary>
    internal LocalDeclarationStatementSyntax? Declaration => Symbol is ILocalSymbol
        && Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } }
            ? statement
            : null;

    /// <summary>What makes the object; null where it comes from elsewhere.</summary>
    internal BaseObjectCreationExpressionSyntax? Creation => Declaration?.Declaration.Variables[0].Initializer?.Value as BaseObjectCreationExpressionSyntax;

    internal InvocationExpressionSyntax? Spawn => _diagnostic.AdditionalLocations.Count == 0
        ? null
        : Root.FindNode(_diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>();

    /// <summary>The mentions in nested functions, and those that the report names.</summary>
    internal IEnumerable<IdentifierNameSyntax> Exposed
        => Mentions.Where(mention => FunctionAround(mention) != FunctionAround(Declaration ?? (SyntaxNode?)Spawn ?? mention) || _diagnostic.AdditionalLocations.Skip(1).Any(place => place.SourceTree == mention.SyntaxTree && place.SourceSpan == mention.Span));

    private SyntaxNode Root => Name.SyntaxTree.GetRoot();

    internal static SharedObject? Of(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
        => model.SyntaxTree.GetRoot(cancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is IdentifierNameSyntax name
            && model.GetSymbolInfo(name, cancellationToken).Symbol is (ILocalSymbol or IFieldSymbol or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } }) and { } symbol
                ? new SharedObject(diagnostic, name, symbol, model)
                : null;

    internal static SyntaxNode? FunctionAround(SyntaxNode node)
        => node.Ancestors().FirstOrDefault(static at => at is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
}
