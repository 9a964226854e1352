using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>A lock around every statement that uses the object while tasks run: the one that some of them take already, or one on the object itself. Only where each of them can be locked as it is.</summary>
internal sealed class LockRemedy() : Remedy("JOIN004.Lock", "Lock every use")
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (SharedObject.Of(diagnostic, model, cancellationToken) is not { Type.IsReferenceType: true } shared
            || (shared.Symbol is IFieldSymbol { IsReadOnly: false })
            || shared.Exposed.Any(mention => model.GetTypeInfo(mention, cancellationToken).Nullability.FlowState is NullableFlowState.MaybeNull)
            || diagnostic.AdditionalLocations.Skip(1).Any(place => place.SourceTree != model.SyntaxTree || !shared.Mentions.Any(mention => mention.Span == place.SourceSpan)))
        {
            return false; // changed under another name, too: this one's mentions are not all
        }

        string? gate = CommonGate.Of(shared);
        var statements = new HashSet<StatementSyntax>();
        foreach (IdentifierNameSyntax mention in shared.Exposed.Where(mention => !CommonGate.IsLocked(mention, gate ?? mention.Identifier.Text)))
        {
            if (mention.FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax } statement
                || !statement.Span.Contains(mention.Span)
                || SharedObject.FunctionAround(statement) != SharedObject.FunctionAround(mention)
                || !CanBeLocked(statement))
            {
                return false;
            }

            statements.Add(statement);
        }

        foreach (StatementSyntax statement in statements.Where(statement => edits.IsFirstFor($"lock {statement.Span}")))
        {
            string name = gate ?? shared.Mentions.First(mention => statement.Span.Contains(mention.Span)).Identifier.Text;
            edits.Add(new TextEdit(statement.FullSpan, $"{Leading(statement)}lock ({name})\n{{\n{statement}{Remark(statement)}\n}}{LineEnd(statement)}", isLaidOut: true));
        }

        return statements.Count > 0;
    }

    private static string Leading(StatementSyntax statement) => statement.GetLeadingTrivia().ToFullString();

    /// <summary>The comment at the end of its line goes with the statement.</summary>
    private static string Remark(StatementSyntax statement) => statement.GetTrailingTrivia().ToFullString().TrimEnd();

    private static string LineEnd(StatementSyntax statement) => statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? "\n" : " ";

    private static bool CanBeLocked(StatementSyntax statement)
        => MovedStatement.CanMove(statement)
            && !statement.DescendantNodes().Any(static node => node is AwaitExpressionSyntax or AnonymousFunctionExpressionSyntax or DeclarationExpressionSyntax or SingleVariableDesignationSyntax);
}
