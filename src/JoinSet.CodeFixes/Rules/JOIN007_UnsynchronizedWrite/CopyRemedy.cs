using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>The task gets the value that the variable has when it is spawned, in a variable of its own.</summary>
internal sealed class CopyRemedy() : Remedy("JOIN007.Copy", "Give each task a copy")
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (WrittenVariable.Of(diagnostic, model, cancellationToken) is not { IsWrittenBySpawner: true, IsPolled: false, Type.SpecialType: not SpecialType.System_Boolean } variable
            || variable.Spawn is not { } spawn
            || spawn.FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || statement is not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax)
            || LambdaAround(variable.Name, spawn) is not { } lambda
            || variable.Exposed.Any(mention => statement.Span.Contains(mention.Span) && !lambda.Span.Contains(mention.Span)) // the spawn itself gives it its value
            || spawn.Ancestors().TakeWhile(at => at != statement).Any(static at => at is AnonymousFunctionExpressionSyntax))
        {
            return false;
        }

        string copy = NameFor(variable, statement, model);
        // A local that var declares is annotated as if it could be null: the copy is not to be.
        string type = variable.Type.IsReferenceType ? "var" : variable.Type.ToMinimalDisplayString(model, statement.SpanStart);
        StatementPlace.Before(statement).Insert([$"{type} {copy} = {variable.Name.Identifier.Text};"], edits);
        foreach (IdentifierNameSyntax mention in variable.Mentions.Where(mention => lambda.Span.Contains(mention.Span)))
        {
            edits.AddOnce(new TextEdit(mention.Span, copy));
        }

        return true;
    }

    private static AnonymousFunctionExpressionSyntax? LambdaAround(SyntaxNode name, InvocationExpressionSyntax spawn)
        => name.Ancestors().OfType<AnonymousFunctionExpressionSyntax>().FirstOrDefault(lambda => lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && call == spawn);

    /// <summary>Named after the variable, so that two copies at one place do not meet; numbered where an earlier statement beside it needs one too.</summary>
    private static string NameFor(WrittenVariable variable, StatementSyntax statement, SemanticModel model)
    {
        var taken = new HashSet<string>(model.LookupSymbols(statement.SpanStart)
            .Where(static symbol => symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol)
            .Select(static symbol => symbol.Name));
        int number = 1 + (statement.Parent?.ChildNodes().TakeWhile(other => other != statement)
            .Count(other => variable.Mentions.Any(mention => other.Span.Contains(mention.Span) && mention.Ancestors().TakeWhile(at => at != other).Any(static at => at is AnonymousFunctionExpressionSyntax))) ?? 0);
        string wanted = variable.Symbol.Name + "Copy";
        string name = number == 1 ? wanted : wanted + number;
        while (taken.Contains(name))
        {
            name = wanted + ++number;
        }

        return name;
    }
}
