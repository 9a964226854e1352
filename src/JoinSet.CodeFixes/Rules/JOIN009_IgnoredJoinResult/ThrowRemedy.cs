using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Calls ThrowIfFailed on the result, the first thing after the join.</summary>
internal sealed class ThrowRemedy(string key, string title) : Remedy(key, title)
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        SyntaxNode root = model.SyntaxTree.GetRoot(cancellationToken);
        SyntaxNode at = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (at is ForEachStatementSyntax each)
        {
            StatementPlace.AtStartOf(each.Statement).Insert([$"{each.Identifier.Text}.ThrowIfFailed();"], edits);
            return true;
        }

        if (at is not InvocationExpressionSyntax join)
        {
            return false;
        }

        return OutVariableOf(join) is { } given
            ? InsertInBody(join, given, edits)
            : join.Ancestors().OfType<AwaitExpressionSyntax>().FirstOrDefault() is { } awaited && Look(awaited, model, edits);
    }

    private static bool Look(AwaitExpressionSyntax awaited, SemanticModel model, TextEdits edits)
    {
        switch (awaited.Parent)
        {
            case ExpressionStatementSyntax:
                edits.Add(new TextEdit(new(awaited.SpanStart, 0), "(", EditOrder.Open));
                edits.Add(new TextEdit(new(awaited.Span.End, 0), ")?.ThrowIfFailed()"));
                return true;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax statement } variable }:
                StatementPlace.After(statement).Insert([$"{variable.Identifier.Text}?.ThrowIfFailed();"], edits);
                return true;
            case IsPatternExpressionSyntax test:
                return LookWhereItMatches(test, model, edits);
            default:
                return false;
        }
    }

    // `is { } r`: in the body. `is not null`: the same, with a variable. `is null` with a jump: after the jump.
    private static bool LookWhereItMatches(IsPatternExpressionSyntax test, SemanticModel model, TextEdits edits)
    {
        if (VariableIn(test.Pattern) is { } known)
        {
            return InsertInBody(test, known.Text, edits);
        }

        string result = FreeName.For("result", test.SpanStart, model);
        if (test.Pattern is UnaryPatternSyntax { Pattern: ConstantPatternSyntax } && InsertInBody(test, result, edits))
        {
            edits.Add(new TextEdit(test.Pattern.Span, $"{{ }} {result}"));
            return true;
        }

        if (test is { Pattern: ConstantPatternSyntax, Parent: IfStatementSyntax { Else: null } choice }
            && test.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp9 }
            && Jumps(choice.Statement) && choice.Parent is BlockSyntax)
        {
            edits.Add(new TextEdit(test.Pattern.Span, $"not {{ }} {result}"));
            StatementPlace.After(choice).Insert([$"{result}.ThrowIfFailed();"], edits);
            return true;
        }

        return false;
    }

    private static bool InsertInBody(SyntaxNode test, string result, TextEdits edits)
    {
        StatementSyntax? body = test.Parent switch
        {
            WhileStatementSyntax loop when loop.Condition == test => loop.Statement,
            IfStatementSyntax choice when choice.Condition == test => choice.Statement,
            _ => null,
        };
        if (body is null)
        {
            return false;
        }

        StatementPlace.AtStartOf(body).Insert([$"{result}.ThrowIfFailed();"], edits);
        return true;
    }

    private static SyntaxToken? VariableIn(PatternSyntax pattern) => pattern switch
    {
        RecursivePatternSyntax { Designation: SingleVariableDesignationSyntax name } => name.Identifier,
        DeclarationPatternSyntax { Designation: SingleVariableDesignationSyntax name } => name.Identifier,
        _ => null,
    };

    private static string? OutVariableOf(InvocationExpressionSyntax join)
        => join.ArgumentList.Arguments.FirstOrDefault()?.Expression is DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax name } ? name.Identifier.Text : null;

    private static bool Jumps(StatementSyntax statement) => statement switch
    {
        BreakStatementSyntax or ReturnStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax or ThrowStatementSyntax => true,
        BlockSyntax { Statements: { Count: > 0 } statements } => Jumps(statements[statements.Count - 1]),
        _ => false,
    };
}
