using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes;

/// <summary>The set of a report, as the new code needs to speak of it.</summary>
internal sealed class SetLocal(VariableDeclaratorSyntax declarator, ILocalSymbol local, SemanticModel model)
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

    internal static SetLocal? DeclaredAt(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
        => model.SyntaxTree.GetRoot(cancellationToken).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { } declarator
            && model.GetDeclaredSymbol(declarator, cancellationToken) is ILocalSymbol local
                ? new SetLocal(declarator, local, model)
                : null;

    internal IEnumerable<IdentifierNameSyntax> MentionsIn(SyntaxNode node)
        => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name
            => name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, local));

    /// <summary>The wanted name, or one like it that is free there.</summary>
    internal string FreeNameFor(string wanted, int position) => FreeName.For(wanted, position, model);
}
