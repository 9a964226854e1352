using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>The loop of a report, and the statements in it that spawn without end.</summary>
internal sealed class RespawnLoop
{
    private RespawnLoop(StatementSyntax statement, IReadOnlyList<StatementSyntax> respawns)
    {
        Statement = statement;
        Respawns = respawns;
    }

    internal StatementSyntax Statement { get; }

    internal IReadOnlyList<StatementSyntax> Respawns { get; }

    /// <summary>Null where a spawn stands in no statement that may be left out.</summary>
    internal static RespawnLoop? Of(Diagnostic diagnostic, SyntaxNode root)
    {
        List<StatementSyntax?> statements = diagnostic.AdditionalLocations.Select(place => root.FindNode(place.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<StatementSyntax>()).ToList();
        if (statements.Count < 2 || statements[0] is not (WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax) || statements.Skip(1).Any(statement => !MayBeLeftOut(statement)))
        {
            return null;
        }

        return new RespawnLoop(statements[0]!, statements.Skip(1).Select(static statement => statement!).Distinct().ToList());
    }

    private static bool MayBeLeftOut(StatementSyntax? statement) => statement switch
    {
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: "_" },
        ExpressionStatementSyntax => true,
        LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.None } declaration => declaration.Declaration.Variables.All(variable => !IsUsed(variable, declaration)),
        _ => false,
    };

    private static bool IsUsed(VariableDeclaratorSyntax variable, StatementSyntax declaration)
        => declaration.Parent is not BlockSyntax block
            || block.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable.Identifier.ValueText);
}
