using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>The object, its disposal and the set of a report.</summary>
internal sealed class OutlivedCapture
{
    private readonly SemanticModel _model;
    private readonly ISymbol _set;

    private OutlivedCapture(StatementSyntax disposal, IdentifierNameSyntax setName, ISymbol set, SemanticModel model)
    {
        Disposal = disposal;
        SetName = setName;
        _set = set;
        _model = model;
    }

    /// <summary>The statement that disposes: a call, a using statement, or a using declaration.</summary>
    internal StatementSyntax Disposal { get; }

    /// <summary>The set, where it is spawned into.</summary>
    internal IdentifierNameSyntax SetName { get; }

    internal string Key => $"{_set.Name} {Disposal.Span}";

    internal static OutlivedCapture? Of(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        if (diagnostic.AdditionalLocations.Count < 2)
        {
            return null;
        }

        SyntaxNode root = model.SyntaxTree.GetRoot(cancellationToken);
        SyntaxNode spawn = root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true);
        SyntaxNode disposal = root.FindNode(diagnostic.AdditionalLocations[1].SourceSpan, getInnermostNodeForTie: true);
        return spawn is IdentifierNameSyntax name
            && model.GetSymbolInfo(name, cancellationToken).Symbol is (ILocalSymbol or IParameterSymbol or IFieldSymbol) and { } set
            && disposal.FirstAncestorOrSelf<StatementSyntax>() is { } statement
                ? new OutlivedCapture(statement, name, set, model)
                : null;
    }

    internal bool Mentions(SyntaxNode node) => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(IsSet);

    /// <summary>Whether the statement does nothing but join all that is in the set.</summary>
    internal bool IsDrain(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax { Expression: AwaitExpressionSyntax awaited } => CallsOnSet(awaited, "JoinAllAsync", "ShutdownAsync"),
        ForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } loop => Mentions(loop.Expression) && !Leaves(loop),
        WhileStatementSyntax loop => CallsOnSet(loop.Condition, "JoinNextAsync") && !Leaves(loop),
        _ => false,
    };

    internal bool IsSet(IdentifierNameSyntax name) => name.Identifier.ValueText == _set.Name && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(name).Symbol, _set);

    /// <summary>The statement that declares the set.</summary>
    internal LocalDeclarationStatementSyntax? SetDeclaration(CancellationToken cancellationToken)
        => _set.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken).FirstAncestorOrSelf<LocalDeclarationStatementSyntax>();

    private bool CallsOnSet(SyntaxNode node, params string[] members) => node.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>()
        .Any(access => access.Expression is IdentifierNameSyntax name && IsSet(name) && members.Contains(access.Name.Identifier.ValueText));

    private static bool Leaves(StatementSyntax loop) => loop.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax)
        .Any(static node => node is BreakStatementSyntax or ReturnStatementSyntax or GotoStatementSyntax);
}
