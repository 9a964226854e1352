using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Counts the new tasks of a loop, all of its spawns together, and stops at ten: a number to be looked at.</summary>
internal sealed class CounterRemedy(string key, string title) : Remedy(key, title)
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (RespawnLoop.Of(diagnostic, model.SyntaxTree.GetRoot(cancellationToken)) is not { Statement.Parent: not LabeledStatementSyntax } loop)
        {
            return false;
        }

        if (!edits.IsFirstFor(loop.Statement))
        {
            return true;
        }

        string counter = FreeName(loop.Statement, edits);
        StatementPlace.Before(loop.Statement).Insert([$"int {counter} = 0;"], edits);
        foreach (StatementSyntax respawn in loop.Respawns)
        {
            new GuardedStatement(respawn).Under($"{counter}++ < 10", edits);
        }

        return true;
    }

    /// <summary>A name that nothing in the member has, other new counters included: nested scopes may not share one either.</summary>
    private static string FreeName(StatementSyntax loop, TextEdits edits)
    {
        SyntaxNode member = loop.Ancestors().FirstOrDefault(static node => node is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? loop.SyntaxTree.GetRoot();
        var taken = new HashSet<string>(member.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText));
        string name = "respawns";
        for (int number = 1; taken.Contains(name) || !edits.IsFirstFor((member, name)); number++)
        {
            name = "respawns" + number;
        }

        return name;
    }
}
