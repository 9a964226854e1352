using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.TaskLoops;

/// <summary>Questions about tasks that the syntax, or a type, answers.</summary>
internal static class TaskSyntax
{
    /// <summary>What is awaited, without parentheses and <c>ConfigureAwait</c>.</summary>
    internal static ExpressionSyntax Awaited(AwaitExpressionSyntax waiting)
    {
        ExpressionSyntax task = waiting.Expression;
        while (true)
        {
            switch (task)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    task = parenthesized.Expression;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } wrapper }:
                    task = wrapper.Expression;
                    break;
                default:
                    return task;
            }
        }
    }

    internal static bool IsTask(ITypeSymbol? type)
        => type is INamedTypeSymbol { Name: "Task", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } };

    internal static bool IsFunction(SyntaxNode node)
        => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or QueryExpressionSyntax or (MemberDeclarationSyntax and not GlobalStatementSyntax) or CompilationUnitSyntax;

    /// <summary>The innermost function around a node; for top-level statements the whole file.</summary>
    internal static SyntaxNode FunctionAround(SyntaxNode node) => node.Ancestors().FirstOrDefault(IsFunction) ?? node;

    internal static bool IsLoop(SyntaxNode node) => node is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    internal static IEnumerable<IdentifierNameSyntax> MentionsIn(SyntaxNode scope, ISymbol symbol, SemanticModel model, CancellationToken cancellationToken)
        => scope.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name
            => name.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, symbol));

    /// <summary>The name of the member that is called, or of the function.</summary>
    internal static string? CalledName(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
