using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Neighbours;

/// <summary>
/// The sets of which CA2000 and IDISP001 say that nobody disposes of them: CA2000 marks the <c>new</c> or the call that makes one,
/// IDISP001 the declaration or the assignment that takes it.
/// </summary>
internal sealed class CreatedSets(SemanticModel model, KnownSymbols symbols, LivesAround lives)
{
    internal bool AreDrained(SyntaxNode reported)
    {
        List<ExpressionSyntax> made = MadeBy(reported);
        return made.Count > 0 && made.TrueForAll(IsSet) && made.TrueForAll(IsDrained);
    }

    private bool IsSet(ExpressionSyntax creation) => symbols.IsSet(model.GetTypeInfo(creation).Type);

    private bool IsDrained(ExpressionSyntax creation) => lives.Of(creation).Any(life => life.Creation == creation && LivesAround.IsDrained(life));

    private static List<ExpressionSyntax> MadeBy(SyntaxNode reported) => reported switch
    {
        VariableDeclarationSyntax declaration => declaration.Variables.SelectMany(static variable => Choices(variable.Initializer?.Value)).ToList(),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => Choices(assignment.Right),
        BaseObjectCreationExpressionSyntax creation => [creation],
        InvocationExpressionSyntax call => [Awaited(call)],
        _ => [],
    };

    // `await Make()` and `await Make().ConfigureAwait(false)` make what Make() promises.
    private static ExpressionSyntax Awaited(InvocationExpressionSyntax call)
    {
        ExpressionSyntax whole = call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured } ? configured : call;
        return whole.Parent as AwaitExpressionSyntax ?? (ExpressionSyntax)call;
    }

    // Every expression whose value this one may have, nulls aside.
    private static List<ExpressionSyntax> Choices(ExpressionSyntax? value)
    {
        var choices = new List<ExpressionSyntax>();
        var pending = new Stack<ExpressionSyntax?>([value]);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case null or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression }:
                    break;
                case ParenthesizedExpressionSyntax parenthesized:
                    pending.Push(parenthesized.Expression);
                    break;
                case CastExpressionSyntax cast:
                    pending.Push(cast.Expression);
                    break;
                case ConditionalExpressionSyntax conditional:
                    pending.Push(conditional.WhenTrue);
                    pending.Push(conditional.WhenFalse);
                    break;
                case { } choice:
                    choices.Add(choice);
                    break;
            }
        }

        return choices;
    }
}
