using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Async;

/// <summary>The function around a place, and what it takes to await in it.</summary>
internal sealed class AsyncFunction
{
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;

    private AsyncFunction(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        Node = node;
        _model = model;
        _cancellationToken = cancellationToken;
    }

    private SyntaxNode Node { get; }

    internal static AsyncFunction Around(SyntaxNode place, SemanticModel model, CancellationToken cancellationToken)
        => new(place.Ancestors().First(IsFunction), model, cancellationToken);

    /// <summary>
    /// Adds the edits that make the function async, none if it is already; false where it cannot be, or only at the cost of its callers:
    /// a function that gives no task stays as it is, unless nobody calls it but the system (Main, event handlers).
    /// </summary>
    internal bool TryMakeAsync(IReadOnlyList<StatementPlace> awaits, TextEdits edits)
        => TryMakeAsync(awaits.Select(static place => place.Neighbour).ToList(), edits);

    /// <summary>As above, for awaits that are to stand in or at these nodes.</summary>
    internal bool TryMakeAsync(IReadOnlyList<SyntaxNode> awaits, TextEdits edits)
    {
        if (awaits.Any(place => !AwaitPlace.Allows(place, Node)))
        {
            return false;
        }

        if (IsAsync(Node))
        {
            return true;
        }

        if (SymbolOf(Node) is not { } symbol || !AsyncSignature.CanBeAsync(symbol, Node, _model) || !TryChangeReturns(symbol, edits))
        {
            return false;
        }

        AddKeyword(edits);
        return true;
    }

    private static bool IsFunction(SyntaxNode node)
        => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
            or CompilationUnitSyntax or (MemberDeclarationSyntax and not GlobalStatementSyntax);

    private static bool IsAsync(SyntaxNode function) => function switch
    {
        CompilationUnitSyntax => true,
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        _ => false,
    };

    private IMethodSymbol? SymbolOf(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax lambda => _model.GetSymbolInfo(lambda, _cancellationToken).Symbol as IMethodSymbol,
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => _model.GetDeclaredSymbol(function, _cancellationToken) as IMethodSymbol,
        _ => null,
    };

    private bool TryChangeReturns(IMethodSymbol symbol, TextEdits edits)
    {
        TaskShape shape = TaskTypes.ShapeOf(symbol.ReturnType);
        if (shape is not TaskShape.None)
        {
            return new AsyncReturns(Node, shape, _model, _cancellationToken).TryRewrite(edits);
        }

        if (Node is MethodDeclarationSyntax main && EntryPoint.IsOne(symbol, _model.Compilation, _cancellationToken))
        {
            EntryPoint.ChangeReturnType(main, _model, edits);
            return true;
        }

        return EventHandlers.IsOne(symbol);
    }

    /// <summary>async goes last among the modifiers, but before partial.</summary>
    private void AddKeyword(TextEdits edits)
    {
        int position = Node switch
        {
            MethodDeclarationSyntax method when method.Modifiers.IndexOf(SyntaxKind.PartialKeyword) is >= 0 and var partial => method.Modifiers[partial].SpanStart,
            MethodDeclarationSyntax method => method.ReturnType.SpanStart,
            LocalFunctionStatementSyntax local => local.ReturnType.SpanStart,
            ParenthesizedLambdaExpressionSyntax { ReturnType: { } type } => type.SpanStart,
            ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.SpanStart,
            SimpleLambdaExpressionSyntax lambda => lambda.Parameter.SpanStart,
            AnonymousMethodExpressionSyntax anonymous => anonymous.DelegateKeyword.SpanStart,
            _ => throw new InvalidOperationException($"No function: {Node.Kind()}"),
        };
        edits.AddOnce(new TextEdit(new(position, 0), "async ", EditOrder.Open));
    }
}
