using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Neighbours;

/// <summary>The statement that declares a set's variable, and the block or using statement in which it is known.</summary>
internal readonly struct SetScope
{
    private SetScope(VariableDeclaratorSyntax variable, StatementSyntax statement, SyntaxNode node)
    {
        Identifier = variable.Identifier;
        Statement = statement;
        Node = node;
    }

    internal SyntaxToken Identifier { get; }

    internal SyntaxNode Node { get; }

    /// <summary>Whether the end of the scope waits for the tasks.</summary>
    internal bool IsAwaited => Statement is UsingStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword }
        or LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword };

    private StatementSyntax Statement { get; }

    internal static SetScope? Of(ILocalSymbol set)
    {
        if (set.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not VariableDeclaratorSyntax { Initializer: not null, Parent: { } declaration } variable)
        {
            return null;
        }

        return declaration.Parent switch
        {
            UsingStatementSyntax statement => new SetScope(variable, statement, statement),
            LocalDeclarationStatementSyntax { Parent: BlockSyntax block } statement => new SetScope(variable, statement, block),
            LocalDeclarationStatementSyntax { Parent: GlobalStatementSyntax { Parent: { } unit } } statement => new SetScope(variable, statement, unit),
            _ => null,
        };
    }

    /// <summary>Whether the place is in the scope, in the same function, and in no using that is narrower than the scope.</summary>
    internal bool Contains(SyntaxNode place) => place.AncestorsAndSelf().Contains(Node) && !UsingScope.IsOpenedBetween(place, Node)
        && !place.Ancestors().TakeWhile(Inner).Any(static at => at is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    /// <summary>Whether the scope itself opens another using between the set's declaration and the place.</summary>
    internal bool OpensUsingBefore(SyntaxNode place)
    {
        int start = Statement.Span.End;
        return Statement is not UsingStatementSyntax && UsingScope.StatementsOf(Node).Any(statement
            => UsingScope.IsOpenedBy(statement) && statement.SpanStart >= start && statement.SpanStart < place.SpanStart);
    }

    private bool Inner(SyntaxNode at) => at != Node;
}
