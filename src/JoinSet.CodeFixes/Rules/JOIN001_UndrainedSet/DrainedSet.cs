using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>The set of a report, as the new code needs to speak of it.</summary>
internal sealed class DrainedSet(VariableDeclaratorSyntax declarator, ILocalSymbol local, SemanticModel model)
{
    internal VariableDeclaratorSyntax Declarator => declarator;

    /// <summary>The node whose statements can see the set.</summary>
    internal SyntaxNode Scope => declarator.FirstAncestorOrSelf<StatementSyntax>() switch
    {
        UsingStatementSyntax statement => statement,
        { Parent: GlobalStatementSyntax { Parent: { } unit } } => unit,
        { Parent: { } list } => list,
        _ => declarator,
    };

    /// <summary>The name as the user wrote it, an @ included; after a <c>set?.</c> the compiler wants to hear that the set is there.</summary>
    internal string Name => MentionsIn(Scope).Any(static mention => mention.Parent is ConditionalAccessExpressionSyntax) ? declarator.Identifier.Text + "!" : declarator.Identifier.Text;

    internal static DrainedSet? Of(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
        => model.SyntaxTree.GetRoot(cancellationToken).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { } declarator
            && model.GetDeclaredSymbol(declarator, cancellationToken) is ILocalSymbol local
                ? new DrainedSet(declarator, local, model)
                : null;

    internal IEnumerable<IdentifierNameSyntax> MentionsIn(SyntaxNode node)
        => node.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name
            => name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, local));

    /// <summary>The wanted name, or the first of result1, result2 … that no local or parameter in scope there has.</summary>
    internal string FreeName(string wanted, int position)
    {
        var taken = new HashSet<string>(model.LookupSymbols(position)
            .Where(static symbol => symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol)
            .Select(static symbol => symbol.Name));
        string name = wanted;
        for (int number = 1; taken.Contains(name); number++)
        {
            name = wanted + number;
        }

        return name;
    }
}
