using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

/// <summary>The statements in which a local set lives.</summary>
internal static class SetScope
{
    /// <summary>
    /// Whether control can leave the scope normally once the first task is in the set. A program that fills its set and then loops for
    /// ever, or always throws, never gets to the end of the set's life.
    /// </summary>
    internal static bool EndsAfter(SyntaxNode fill, VariableDeclaratorSyntax declarator, SemanticModel model)
    {
        StatementSyntax? declaration = declarator.FirstAncestorOrSelf<StatementSyntax>();
        if (declaration is UsingStatementSyntax or ForStatementSyntax)
        {
            return CanLeave(declaration, declaration, model);
        }

        StatementSyntax? first = fill.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault(statement => AreSiblings(statement, declaration));
        return first is not null && LastSiblingOf(first) is { } last && CanLeave(first, last, model);
    }

    private static bool AreSiblings(StatementSyntax statement, StatementSyntax? other)
        => ListOwnerOf(statement) is { } owner && other is not null && owner == ListOwnerOf(other);

    private static StatementSyntax? LastSiblingOf(StatementSyntax statement) => ListOwnerOf(statement) switch
    {
        BlockSyntax block => block.Statements.Last(),
        SwitchSectionSyntax section => section.Statements.Last(),
        CompilationUnitSyntax unit => unit.Members.OfType<GlobalStatementSyntax>().Last().Statement,
        _ => null,
    };

    private static SyntaxNode? ListOwnerOf(StatementSyntax statement)
        => statement.Parent is GlobalStatementSyntax global ? global.Parent : statement.Parent;

    private static bool CanLeave(StatementSyntax first, StatementSyntax last, SemanticModel model)
        => model.AnalyzeControlFlow(first, last) is { Succeeded: true } flow
            && (flow.EndPointIsReachable || flow.ExitPoints.Length > 0);
}
