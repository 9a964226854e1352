using JoinSets.CodeFixes.Async;
using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.TaskLoops;

/// <summary>A local collection of tasks, as far as a set can stand in its place: what is added to it, and how many it holds.</summary>
internal sealed class TaskVariable
{
    private readonly VariableDeclaratorSyntax _declarator;
    private readonly LocalDeclarationStatementSyntax _declaration;
    private readonly SemanticModel _model;

    private TaskVariable(ILocalSymbol local, VariableDeclaratorSyntax declarator, LocalDeclarationStatementSyntax declaration, SemanticModel model)
    {
        _declarator = declarator;
        _declaration = declaration;
        _model = model;
        Mentions = ScopeOf(declaration).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, local)).ToList();
    }

    internal IReadOnlyList<IdentifierNameSyntax> Mentions { get; }

    internal string Name => _declarator.Identifier.Text;

    /// <summary>The variable, if it is declared by a statement that a using declaration may take the place of.</summary>
    internal static TaskVariable? Of(ExpressionSyntax mention, SemanticModel model)
        => model.GetSymbolInfo(mention).Symbol is ILocalSymbol local
            && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null, Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Parent: BlockSyntax or GlobalStatementSyntax } declaration } } declarator
            && !HasComment(declaration)
                ? new TaskVariable(local, declarator, declaration, model)
                : null;

    /// <summary>What a set does in the same words: <c>tasks.Add(task);</c> and <c>tasks.Count</c>.</summary>
    internal static bool IsAdd(IdentifierNameSyntax mention)
        => mention.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } } access && access.Expression == mention;

    internal static bool IsCount(IdentifierNameSyntax mention)
        => mention.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count", Parent: not InvocationExpressionSyntax } access && access.Expression == mention;

    /// <summary>Adds the edits that make it a set with the same tasks; false, with nothing added, where plain statements cannot.</summary>
    internal bool TryBecomeSet(INamedTypeSymbol task, bool stays, TextEdits edits)
    {
        if (StartingTasks.Lines(_declarator.Initializer!.Value, Name, _model, edits) is not { } starts || SetType.For(task, _declaration.SpanStart, _model, edits) is not { } type)
        {
            return false;
        }

        string indent = IndentOf(_declaration);
        IEnumerable<string> lines = NewSet.Lines(Name, type, stays, _declaration.SpanStart, _model, edits);
        if (starts.Count > 0 && HasRemark())
        {
            edits.AddOnce(new TextEdit(_declaration.Span, string.Join("\n" + indent, lines), isLaidOut: true));
            edits.AddOnce(new TextEdit(new(_declaration.FullSpan.End, 0), string.Concat(starts.Select(line => indent + line + "\n")), EditOrder.Open, isLaidOut: true));
        }
        else
        {
            edits.AddOnce(new TextEdit(_declaration.Span, string.Join("\n" + indent, lines.Concat(starts)), isLaidOut: starts.Count > 0));
        }

        if (starts.Count > 0 && starts[starts.Count - 1] == "}" && NeedsBlankLine())
        {
            edits.AddOnce(new TextEdit(new(_declaration.FullSpan.End, 0), "\n", EditOrder.Close));
        }

        return true;
    }

    /// <summary>A comment at the end of its line, which is about the declaration and not about what fills the set.</summary>
    private bool HasRemark()
        => _declaration.GetTrailingTrivia().Any(SyntaxKind.SingleLineCommentTrivia) && _declaration.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);

    /// <summary>A loop stands apart from what follows it.</summary>
    private bool NeedsBlankLine()
    {
        SyntaxToken next = _declaration.GetLastToken().GetNextToken();
        return _declaration.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) && !next.IsKind(SyntaxKind.CloseBraceToken)
            && next.LeadingTrivia.FirstOrDefault(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Kind() is not SyntaxKind.EndOfLineTrivia;
    }

    private static SyntaxNode ScopeOf(StatementSyntax declaration) => declaration.Parent is GlobalStatementSyntax { Parent: { } unit } ? unit : declaration.Parent!;

    private static bool HasComment(SyntaxNode node)
        => node.DescendantTrivia().Any(trivia => node.Span.Contains(trivia.Span) && trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia);

    private static string IndentOf(SyntaxNode node)
    {
        string line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }
}
