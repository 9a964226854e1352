using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.Analyzers.Rules;

/// <summary>A place in a call where the task's own token belongs: nothing stands there, or another token.</summary>
internal sealed class TokenArgument
{
    private TokenArgument(InvocationExpressionSyntax call, TextSpan place, string text, string? outer)
    {
        Call = call;
        Place = Location.Create(call.SyntaxTree, place);
        Text = text;
        Outer = outer;
    }

    internal InvocationExpressionSyntax Call { get; }

    /// <summary>What gives way to the token; empty where nothing stands yet.</summary>
    internal Location Place { get; }

    /// <summary>The token, with what its place asks for before it.</summary>
    internal string Text { get; }

    /// <summary>The token that stands there; null where there is none.</summary>
    internal string? Outer { get; }

    /// <summary>The place in a call; null where the call takes no token, or has been given one that is no mistake.</summary>
    internal static TokenArgument? Of(InvocationExpressionSyntax call, SyntaxNode function, string token, SemanticModel model, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        if (model.GetOperation(call, cancellationToken) is not IInvocationOperation operation || IsOnOuterSet(operation, function, symbols))
        {
            return null;
        }

        IArgumentOperation? given = operation.Arguments.FirstOrDefault(static argument => IsToken(argument.Parameter?.Type));
        if (given is not null && given.ArgumentKind is not ArgumentKind.DefaultValue)
        {
            return IsOuter(given.Value, function) ? new TokenArgument(call, given.Value.Syntax.Span, token, given.Value.Syntax.ToString()) : null;
        }

        return Room(call, operation.TargetMethod, given?.Parameter, token, model) is { } text
            ? new TokenArgument(call, new TextSpan(call.ArgumentList.CloseParenToken.SpanStart, 0), text, outer: null)
            : null;
    }

    /// <summary>A task that waits for the set it is in has another fault, and JOIN014 speaks of it.</summary>
    private static bool IsOnOuterSet(IInvocationOperation call, SyntaxNode function, KnownSymbols symbols)
        => symbols.IsSet(call.TargetMethod.ContainingType) && call.Instance is { } set && IsOuter(set, function);

    internal static bool IsToken(ITypeSymbol? type)
        => type is INamedTypeSymbol { Name: "CancellationToken", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>A token from outside the function: <c>None</c> and <c>default</c> are said on purpose, and a source made inside is its own affair.</summary>
    private static bool IsOuter(IOperation value, SyntaxNode function) => value switch
    {
        ILocalReferenceOperation local => IsDeclaredOutside(local.Local, function),
        IParameterReferenceOperation parameter => IsDeclaredOutside(parameter.Parameter, function),
        IFieldReferenceOperation field => field.Instance is null or IInstanceReferenceOperation || IsOuter(field.Instance, function),
        IPropertyReferenceOperation { Property: { Name: "None", IsStatic: true } } => false,
        IPropertyReferenceOperation property => property.Instance is null or IInstanceReferenceOperation || IsOuter(property.Instance, function),
        _ => false,
    };

    private static bool IsDeclaredOutside(ISymbol symbol, SyntaxNode function)
        => symbol.DeclaringSyntaxReferences.Length > 0 && symbol.DeclaringSyntaxReferences.All(reference => reference.SyntaxTree != function.SyntaxTree || !function.Span.Contains(reference.Span));

    /// <summary>The argument to add so that the call, or an overload with a token at its end, takes the token; null where there is none.</summary>
    private static string? Room(InvocationExpressionSyntax call, IMethodSymbol method, IParameterSymbol? parameter, string token, SemanticModel model)
    {
        string comma = call.ArgumentList.Arguments.Count == 0 ? "" : ", ";
        string[] candidates = parameter is null ? [comma + token] : [comma + token, $"{comma}{parameter.Name}: {token}"];
        return candidates.FirstOrDefault(argument => Takes(call, argument, method, model));
    }

    private static bool Takes(InvocationExpressionSyntax call, string argument, IMethodSymbol method, SemanticModel model)
    {
        string text = call.ToString();
        ExpressionSyntax changed = SyntaxFactory.ParseExpression(text.Insert(text.Length - 1, argument));
        return text.EndsWith(")", StringComparison.Ordinal)
            && model.GetSpeculativeSymbolInfo(call.SpanStart, changed, SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol { Parameters: { Length: > 0 } parameters } taken
            && taken.Parameters.Any(static parameter => IsToken(parameter.Type))
            && IsSame(parameters.Where(static parameter => !IsToken(parameter.Type)), method.Parameters.Where(static parameter => !IsToken(parameter.Type)))
            && SymbolEqualityComparer.Default.Equals(taken.ReturnType, method.ReturnType);
    }

    /// <summary>A string that turns into memory to find a token's overload is not the same call.</summary>
    private static bool IsSame(IEnumerable<IParameterSymbol> left, IEnumerable<IParameterSymbol> right)
        => left.Select(static parameter => parameter.Type).SequenceEqual(right.Select(static parameter => parameter.Type), SymbolEqualityComparer.Default);
}
