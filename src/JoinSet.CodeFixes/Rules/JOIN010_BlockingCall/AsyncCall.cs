using JoinSets.CodeFixes.Async;
using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>A call of the asynchronous counterpart, given the task's token where it takes one.</summary>
internal static class AsyncCall
{
    /// <summary>The edits that call the counterpart, to be awaited; null where it does not take the same arguments or gives something else.</summary>
    internal static IReadOnlyList<TextEdit>? EditsFor(ExpressionSyntax expression, string counterpart, SemanticModel model, CancellationToken cancellationToken)
    {
        if (expression is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax or IdentifierNameSyntax } call
            || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method
            || DescribesMore(call, counterpart))
        {
            return null;
        }

        TextEdit name = NameEdit(call.Expression, counterpart, model);
        string callee = name.Span != call.Expression.Span && call.Expression is MemberAccessExpressionSyntax access ? access.Expression + "." + name.Text : name.Text;
        string arguments = string.Join(", ", call.ArgumentList.Arguments);
        string comma = arguments.Length == 0 ? "" : ", ";
        foreach (string token in TokensAt(call, method, model).Select(own => comma + own).Concat([""]))
        {
            if (Gives(method, $"{callee}({arguments}{token})", call.SpanStart, model))
            {
                return [name, new TextEdit(new(call.ArgumentList.CloseParenToken.SpanStart, 0), token)];
            }
        }

        return null;
    }

    /// <summary>The edit that gives the task's own token to a call which gives a task and has room for it; null where it has none.</summary>
    internal static TextEdit? TokenFor(ExpressionSyntax task, SemanticModel model)
    {
        while (task is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "AsTask" } wrapper })
        {
            task = wrapper.Expression;
        }

        if (task is not InvocationExpressionSyntax call || model.GetSymbolInfo(call).Symbol is not IMethodSymbol method || TokensAt(call, method, model).FirstOrDefault() is not { } token)
        {
            return null;
        }

        string argument = (call.ArgumentList.Arguments.Count == 0 ? "" : ", ") + token;
        ExpressionSyntax changed = SyntaxFactory.ParseExpression($"{call.Expression}({string.Join(", ", call.ArgumentList.Arguments)}{argument})");
        return model.GetSpeculativeSymbolInfo(call.SpanStart, changed, SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol taken
            && SymbolEqualityComparer.Default.Equals(taken.ReturnType, method.ReturnType)
            && TypesOf(taken).SequenceEqual(TypesOf(method).Where(static type => type.Name != "CancellationToken").Append(taken.Parameters[taken.Parameters.Length - 1].Type), SymbolEqualityComparer.Default)
            && taken.Parameters[taken.Parameters.Length - 1].Type.Name == "CancellationToken"
                ? new TextEdit(new(call.ArgumentList.CloseParenToken.SpanStart, 0), argument)
                : null;
    }

    private static IEnumerable<ITypeSymbol> TypesOf(IMethodSymbol method) => method.Parameters.Select(static parameter => parameter.Type);

    /// <summary><c>Task.WaitAll</c> with a timeout, and a <c>WaitAny</c> whose answer somebody wants, say more than their counterparts.</summary>
    private static bool DescribesMore(InvocationExpressionSyntax call, string counterpart)
        => counterpart == "Task.WhenAny" && call.Parent is not ExpressionStatementSyntax;

    /// <summary>The member's name; all of what is called, where the counterpart is a member of another type.</summary>
    private static TextEdit NameEdit(ExpressionSyntax called, string counterpart, SemanticModel model)
    {
        if (counterpart.IndexOf('.') < 0)
        {
            return new TextEdit(called is MemberAccessExpressionSyntax access ? access.Name.Identifier.Span : called.Span, counterpart);
        }

        bool isInScope = model.LookupNamespacesAndTypes(called.SpanStart, name: "Task").Any(static found => TaskTypes.ShapeOf(found as ITypeSymbol) is not TaskShape.None);
        return new TextEdit(called.Span, isInScope ? counterpart : "System.Threading.Tasks." + counterpart);
    }

    /// <summary>The one token that the function around the call was given, unless the call has a token already.</summary>
    private static IEnumerable<string> TokensAt(InvocationExpressionSyntax call, IMethodSymbol method, SemanticModel model)
    {
        if (method.Parameters.Any(static parameter => parameter.Type.Name == "CancellationToken") && call.ArgumentList.Arguments.Any(argument => model.GetTypeInfo(argument.Expression).ConvertedType is { Name: "CancellationToken" }))
        {
            yield break;
        }

        SyntaxNode? function = call.Ancestors().FirstOrDefault(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MethodDeclarationSyntax);
        IMethodSymbol? symbol = (function is AnonymousFunctionExpressionSyntax ? model.GetSymbolInfo(function).Symbol : function is null ? null : model.GetDeclaredSymbol(function)) as IMethodSymbol;
        List<IParameterSymbol> tokens = symbol?.Parameters.Where(static parameter => parameter is { Type.Name: "CancellationToken", IsDiscard: false } && parameter.Name != "_").ToList() ?? [];
        if (tokens.Count == 1)
        {
            yield return SyntaxFacts.GetKeywordKind(tokens[0].Name) is SyntaxKind.None ? tokens[0].Name : "@" + tokens[0].Name;
        }
    }

    private static bool Gives(IMethodSymbol blocking, string code, int position, SemanticModel model)
        => model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseExpression(code), SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol method
            && TaskTypes.ShapeOf(method.ReturnType) switch
            {
                TaskShape.Plain => blocking.ReturnsVoid,
                TaskShape.WithValue => blocking.Name == "WaitAny" || SymbolEqualityComparer.Default.Equals(((INamedTypeSymbol)method.ReturnType).TypeArguments[0], blocking.ReturnType),
                _ => false,
            };
}
