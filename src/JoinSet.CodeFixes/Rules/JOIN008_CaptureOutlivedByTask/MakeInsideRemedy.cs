using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Rules;

/// <summary>
/// The <c>using</c> goes into the task. Only for an object that is made for one task, used by nobody else, and made of what will still be
/// the same when the task starts.
/// </summary>
internal sealed class MakeInsideRemedy() : Remedy("JOIN008.Inside", "Make it inside the task")
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (OutlivedCapture.Of(diagnostic, model, cancellationToken) is not { Disposal: LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } disposal } capture
            || capture.SetName.Parent?.Parent is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Spawn" } } spawn
            || !MovedStatement.ListAround(disposal).Contains(spawn.Parent)
            || spawn.ArgumentList.Arguments[0].Expression is not AnonymousFunctionExpressionSyntax lambda
            || model.GetDeclaredSymbol(variables[0], cancellationToken) is not ILocalSymbol made
            || !MovedStatement.CanMove(disposal)
            || MentionsOf(made, disposal, model).Any(mention => !lambda.Span.Contains(mention.Span))
            || MayChange(variables[0], disposal, model))
        {
            return false;
        }

        if (lambda is { Block.Statements: { Count: > 0 } statements, AsyncKeyword.RawKind: not 0 })
        {
            MovedStatement.Move(disposal, StatementPlace.Before(statements[0]), edits);
            return true;
        }

        return lambda.ExpressionBody is { } body && TryPlan(disposal, lambda, body, GivesValue(capture.SetName, model), edits);
    }

    private static bool GivesValue(IdentifierNameSyntax set, SemanticModel model) => model.GetTypeInfo(set).Type is INamedTypeSymbol { Arity: 1 };

    // What was an expression becomes a block around it.
    private static bool TryPlan(StatementSyntax disposal, AnonymousFunctionExpressionSyntax lambda, ExpressionSyntax body, bool givesValue, TextEdits edits)
    {
        if (disposal.DescendantTrivia().Any(static trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia) || lambda.Modifiers.Any(SyntaxKind.StaticKeyword))
        {
            return false;
        }

        bool isAsync = lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
        edits.Add(new TextEdit(disposal.FullSpan, ""));
        edits.Add(new TextEdit(new(lambda.SpanStart, 0), isAsync ? "" : "async "));
        string indent = IndentOf(lambda);
        string step = Indentation.StepOf(lambda.SyntaxTree);
        edits.Add(new TextEdit(TextSpan.FromBounds(body.GetFirstToken().GetPreviousToken().Span.End, body.Span.End), $"\n{indent}{{\n{indent}{step}{disposal}\n{indent}{step}{(givesValue ? "return " : "")}{(isAsync ? "" : "await ")}{body};\n{indent}}}"));
        return true;
    }

    private static string IndentOf(SyntaxNode lambda)
    {
        string line = lambda.SyntaxTree.GetText().Lines.GetLineFromPosition(lambda.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private static IEnumerable<IdentifierNameSyntax> MentionsOf(ISymbol symbol, SyntaxNode place, SemanticModel model) => place.Ancestors().Last(static at => at is MemberDeclarationSyntax or CompilationUnitSyntax)
        .DescendantNodes().OfType<IdentifierNameSyntax>()
        .Where(mention => mention.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(mention).Symbol, symbol));

    // A variable of a for loop, or one that is written later: the task would see what has become of it.
    private static bool MayChange(VariableDeclaratorSyntax declarator, SyntaxNode place, SemanticModel model) => declarator.Initializer?.Value is not { } value
        || value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Select(name => model.GetSymbolInfo(name).Symbol)
            .Any(symbol => symbol is ILocalSymbol or IParameterSymbol && MentionsOf(symbol, place, model).Any(IsWritten));

    private static bool IsWritten(IdentifierNameSyntax mention) => mention.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == mention,
        PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
        PostfixUnaryExpressionSyntax postfix => postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
        RefExpressionSyntax => true,
        _ => false,
    };
}
