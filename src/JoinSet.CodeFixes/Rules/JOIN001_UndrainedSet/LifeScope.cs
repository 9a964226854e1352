using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>The statements at whose end a set's life ends, or before whose disposing statement it does.</summary>
internal sealed class LifeScope
{
    private LifeScope(IReadOnlyList<StatementSyntax> statements, StatementSyntax? disposal = null)
    {
        Statements = statements;
        Disposal = disposal;
    }

    internal IReadOnlyList<StatementSyntax> Statements { get; }

    /// <summary>The statement of the list that disposes the set by hand; null when the end of the list does.</summary>
    internal StatementSyntax? Disposal { get; }

    /// <summary>Null where the set's life has no one end that statements can be put before.</summary>
    internal static LifeScope? Of(SetLocal set)
    {
        StatementSyntax? declaration = set.Declarator.FirstAncestorOrSelf<StatementSyntax>();
        if (declaration is null or ForStatementSyntax)
        {
            return null;
        }

        LifeScope scope = declaration is UsingStatementSyntax statement ? OfBody(statement.Statement) : new LifeScope(ListOf(declaration));
        List<IdentifierNameSyntax> disposals = set.MentionsIn(set.Scope).Where(IsDisposal).ToList();
        return disposals.Count switch
        {
            0 => scope,
            1 => OfDisposal(disposals[0].FirstAncestorOrSelf<StatementSyntax>()!, scope),
            _ => null,
        };
    }

    private static LifeScope? OfDisposal(StatementSyntax disposal, LifeScope declared) => disposal switch
    {
        UsingStatementSyntax statement => OfBody(statement.Statement),
        LocalDeclarationStatementSyntax => new LifeScope(ListOf(disposal)),
        { Parent: BlockSyntax { Parent: FinallyClauseSyntax { Parent: TryStatementSyntax guarded } } } => OfBody(guarded.Block),
        _ => declared.Statements.Contains(disposal) ? new LifeScope(declared.Statements, disposal) : null,
    };

    private static LifeScope OfBody(StatementSyntax body)
        => new(body is BlockSyntax block ? block.Statements : new List<StatementSyntax> { body });

    private static IReadOnlyList<StatementSyntax> ListOf(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(static global => global.Statement).ToList(),
        _ => new List<StatementSyntax> { statement },
    };

    /// <summary>A mention that ends the set's life: a call of Dispose or DisposeAsync, or a using over it.</summary>
    private static bool IsDisposal(IdentifierNameSyntax mention)
    {
        StatementSyntax? statement = mention.FirstAncestorOrSelf<StatementSyntax>();
        bool isUsing = statement is UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword };
        return mention.Parent switch
        {
            UsingStatementSyntax => true,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Dispose" or "DisposeAsync" } => true,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } => isUsing,
            ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Dispose" or "DisposeAsync" } } } => true,
            _ => false,
        };
    }
}
