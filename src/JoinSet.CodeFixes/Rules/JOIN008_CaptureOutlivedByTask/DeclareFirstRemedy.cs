using JoinSets.CodeFixes.Async;
using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>What is declared first is disposed of last: the object's using goes before the set, and the set's using waits.</summary>
internal sealed class DeclareFirstRemedy() : Remedy("JOIN008.Order", "Declare it before the set, with await using")
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (OutlivedCapture.Of(diagnostic, model, cancellationToken) is not { Disposal: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } disposal } capture
            || capture.SetDeclaration(cancellationToken) is not { UsingKeyword.RawKind: not 0 } set
            || disposal.Declaration.Variables.Count != 1
            || capture.Calls("DetachAll"))
        {
            return false;
        }

        IReadOnlyList<StatementSyntax> list = MovedStatement.ListAround(set);
        bool comesLater = list.Contains(disposal) && disposal.SpanStart > set.SpanStart;
        if (comesLater ? !CanGoFirst(disposal, set, list, model) : set.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword) || disposal.SpanStart > set.SpanStart)
        {
            return false;
        }

        StatementPlace before = StatementPlace.Before(set);
        if (!set.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword))
        {
            if (!AsyncFunction.Around(set, model, cancellationToken).TryMakeAsync([before], edits))
            {
                return false;
            }

            edits.AddOnce(new TextEdit(new(set.UsingKeyword.SpanStart, 0), "await ", EditOrder.Close));
        }

        if (comesLater)
        {
            MovedStatement.Move(disposal, before, edits);
        }

        return true;
    }

    /// <summary>Only where making the object needs nothing that comes between.</summary>
    private static bool CanGoFirst(LocalDeclarationStatementSyntax disposal, LocalDeclarationStatementSyntax set, IReadOnlyList<StatementSyntax> list, SemanticModel model)
    {
        if (!MovedStatement.CanMove(disposal) || model.AnalyzeDataFlow(disposal) is not { Succeeded: true } needed)
        {
            return false;
        }

        List<StatementSyntax> between = list.SkipWhile(statement => statement != set).TakeWhile(statement => statement != disposal).ToList();
        return model.AnalyzeDataFlow(between[0], between[between.Count - 1]) is { Succeeded: true } made
            && !needed.ReadInside.Any(symbol => made.VariablesDeclared.Contains(symbol, SymbolEqualityComparer.Default) || made.WrittenInside.Contains(symbol, SymbolEqualityComparer.Default))
            && between.TrueForAll(static statement => statement is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax || !statement.DescendantNodes().Any(static node => node is ReturnStatementSyntax or ThrowStatementSyntax));
    }
}
