using JoinSets.CodeFixes.Async;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Edits;

/// <summary>Makes <c>await using var set = …;</c> of <c>var set = …;</c>, where the language allows it.</summary>
internal static class UsingDeclaration
{
    /// <summary>Adds the edits; false, with nothing added, where the declaration cannot be a using.</summary>
    internal static bool TryPlan(SetLocal set, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (set.Declarator.Parent?.Parent is not LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Parent: BlockSyntax or GlobalStatementSyntax } declaration
            || !IsAllowed(declaration, set))
        {
            return false;
        }

        string keyword = "await using ";
        if (!AsyncFunction.Around(declaration, model, cancellationToken).TryMakeAsync([StatementPlace.Before(declaration)], edits))
        {
            if (!IsInIterator(declaration))
            {
                return false;
            }

            keyword = "using ";
        }

        edits.AddOnce(new TextEdit(new(declaration.SpanStart, 0), keyword, EditOrder.Open));
        return true;
    }

    // A using variable has a value from the start and keeps it, and no goto may jump around it.
    private static bool IsAllowed(LocalDeclarationStatementSyntax declaration, SetLocal set)
        => declaration.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp8 }
            && declaration.Declaration.Variables.All(static variable => variable.Initializer is { Value: BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax or AwaitExpressionSyntax or ConditionalExpressionSyntax })
            && !set.MentionsIn(set.Scope).Any(IsChanged)
            && !declaration.Parent!.ChildNodes().Any(static sibling => sibling is LabeledStatementSyntax);

    private static bool IsChanged(IdentifierNameSyntax mention) => mention.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == mention,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
        PrefixUnaryExpressionSyntax or RefExpressionSyntax => true,
        _ => false,
    };

    private static bool IsInIterator(SyntaxNode declaration) => declaration.FirstAncestorOrSelf<SyntaxNode>(static node => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax) is { } function
        && FunctionBody.OwnNodes(function).Any(static node => node is YieldStatementSyntax);
}
