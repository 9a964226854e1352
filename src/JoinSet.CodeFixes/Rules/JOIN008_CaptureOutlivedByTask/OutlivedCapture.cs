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

    /// <summary>Whether a member of the set is called after the spawn: whoever aborts its tasks has them shut down, and detached ones wait for nobody.</summary>
    internal bool Calls(string member) => SetName.SyntaxTree.GetRoot().DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        .Any(access => access.SpanStart > SetName.SpanStart && access.Name.Identifier.ValueText == member && access.Expression is IdentifierNameSyntax name && IsSet(name));

    /// <summary>Whether the statement joins all that is in the set.</summary>
    internal bool IsDrain(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax call => JoinsAll(call),
        ForEachStatementSyntax { AwaitKeyword.RawKind: 0 } loop => JoinsAll(loop.Expression),
        ForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } loop => Mentions(loop.Expression) && !Leaves(loop),
        WhileStatementSyntax loop => CallsOnSet(loop.Condition, "JoinNextAsync") && !Leaves(loop),
        _ => false,
    };

    /// <summary>Whether all are joined by a part of it that is always reached: <c>Show(await set.JoinAllAsync());</c></summary>
    internal bool JoinsAll(SyntaxNode node) => node.DescendantNodesAndSelf(static inner => inner is not AnonymousFunctionExpressionSyntax).OfType<AwaitExpressionSyntax>()
        .Any(awaited => CallsOnSet(awaited.Expression, "JoinAllAsync", "ShutdownAsync")
            && awaited.Ancestors().TakeWhile(at => at != node.Parent).All(static at => at is not (ConditionalExpressionSyntax or ConditionalAccessExpressionSyntax or SwitchExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression })));

    internal bool IsSet(IdentifierNameSyntax name) => name.Identifier.ValueText == _set.Name && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(name).Symbol, _set);

    /// <summary>The statement that declares the set.</summary>
    internal LocalDeclarationStatementSyntax? SetDeclaration(CancellationToken cancellationToken)
        => _set.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken).FirstAncestorOrSelf<LocalDeclarationStatementSyntax>();

    private bool CallsOnSet(SyntaxNode node, params string[] members) => node.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>()
        .Any(access => access.Expression is IdentifierNameSyntax name && IsSet(name) && members.Contains(access.Name.Identifier.ValueText));

    private static bool Leaves(StatementSyntax loop) => loop.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax)
        .Any(static node => node is BreakStatementSyntax or ReturnStatementSyntax or GotoStatementSyntax);
}
