using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Every write that tasks make goes through Interlocked; only where each of them has a counterpart there.</summary>
internal sealed class InterlockedRemedy() : Remedy("JOIN007.Interlocked", "Write it with Interlocked")
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (WrittenVariable.Of(diagnostic, model, cancellationToken) is not { } variable
            || (variable.IsWrittenBySpawner && !variable.IsPolled)
            || !(variable.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 || (variable.Type.IsReferenceType && variable.IsWrittenByTasksOnly)))
        {
            return false;
        }

        var planned = new List<TextEdit>();
        foreach (IdentifierNameSyntax mention in variable.Exposed)
        {
            string interlocked = ThreadingName.Of("Interlocked", mention.SpanStart, model);
            if (WriteAround(mention) is { } write && !(variable.Type.IsReferenceType ? ReferenceWrite.TryRewrite(write, mention, interlocked, planned) : TryRewrite(write, mention, interlocked, model, planned)))
            {
                return false;
            }
        }

        planned.ForEach(edits.AddOnce);
        return planned.Count > 0;
    }

    /// <summary>The expression that writes the mention; null where it is only read.</summary>
    internal static SyntaxNode? WriteAround(IdentifierNameSyntax mention)
    {
        SyntaxNode whole = mention;
        while (whole.Parent is ParenthesizedExpressionSyntax)
        {
            whole = whole.Parent;
        }

        return whole.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Left == whole => assignment,
            PrefixUnaryExpressionSyntax prefix when prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression => prefix,
            PostfixUnaryExpressionSyntax postfix when postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression => postfix,
            ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument when !IsAtomic(argument) => argument,
            ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: TupleExpressionSyntax left } } tuple } when left == tuple => tuple,
            _ => null,
        };
    }

    private static bool IsAtomic(ArgumentSyntax argument)
        => argument.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var type } } && type.ToString() is "Interlocked" or "Volatile" or "System.Threading.Interlocked" or "System.Threading.Volatile";

    internal static bool TryRewrite(SyntaxNode write, IdentifierNameSyntax mention, string interlocked, SemanticModel model, List<TextEdit> edits)
    {
        string name = mention.Identifier.Text;
        switch (write)
        {
            case PrefixUnaryExpressionSyntax prefix when !prefix.IsKind(SyntaxKind.AddressOfExpression):
                edits.Add(new TextEdit(prefix.Span, $"{interlocked}.{StepOf(prefix)}(ref {name})"));
                return true;
            case PostfixUnaryExpressionSyntax postfix:
                string step = $"{interlocked}.{StepOf(postfix)}(ref {name})";
                edits.Add(new TextEdit(postfix.Span, IsStatement(postfix, model) ? step : $"({step} {(postfix.IsKind(SyntaxKind.PostIncrementExpression) ? "-" : "+")} 1)"));
                return true;
            case AssignmentExpressionSyntax assignment when MethodFor(assignment, model) is { } method && (assignment.Right is not IdentifierNameSyntax || !SyntaxFactory.AreEquivalent(assignment.Right, mention)):
                return TryRewrite(assignment, $"{interlocked}.{method}(ref {name}, ", edits);
            default:
                return false;
        }
    }

    private static bool TryRewrite(AssignmentExpressionSyntax assignment, string call, List<TextEdit> edits)
    {
        if (assignment.DescendantTrivia().Any(static trivia => trivia.IsDirective))
        {
            return false;
        }

        bool isMinus = assignment.IsKind(SyntaxKind.SubtractAssignmentExpression);
        bool isPlain = assignment.Right is IdentifierNameSyntax or LiteralExpressionSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax or ElementAccessExpressionSyntax;
        edits.Add(new TextEdit(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(assignment.SpanStart, assignment.Right.SpanStart), call + (isMinus ? isPlain ? "-" : "-(" : "")));
        edits.Add(new TextEdit(new(assignment.Right.Span.End, 0), isMinus && !isPlain ? "))" : ")"));
        return true;
    }

    private static string StepOf(ExpressionSyntax step) => step.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PostIncrementExpression ? "Increment" : "Decrement";

    /// <summary>Only Add gives the value that the assignment gave; of the others the value must not be wanted.</summary>
    private static string? MethodFor(AssignmentExpressionSyntax assignment, SemanticModel model) => assignment.Kind() switch
    {
        SyntaxKind.AddAssignmentExpression or SyntaxKind.SubtractAssignmentExpression => "Add",
        SyntaxKind.OrAssignmentExpression when IsStatement(assignment, model) => "Or",
        SyntaxKind.AndAssignmentExpression when IsStatement(assignment, model) => "And",
        _ => null,
    };

    private static bool IsStatement(ExpressionSyntax expression, SemanticModel model) => expression.Parent switch
    {
        ExpressionStatementSyntax => true,
        ForStatementSyntax loop => loop.Incrementors.Contains(expression),
        AnonymousFunctionExpressionSyntax lambda => model.GetSymbolInfo(lambda).Symbol is IMethodSymbol method && GivesNothing(method),
        ArrowExpressionClauseSyntax { Parent: { } function } => model.GetDeclaredSymbol(function) is IMethodSymbol method && GivesNothing(method),
        _ => false,
    };

    private static bool GivesNothing(IMethodSymbol method) => method.ReturnsVoid || (method.IsAsync && method.ReturnType is INamedTypeSymbol { Arity: 0 });
}
