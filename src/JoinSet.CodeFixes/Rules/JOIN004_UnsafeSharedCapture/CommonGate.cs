using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>The lock that some uses of a shared object take already, and that all could take.</summary>
internal static class CommonGate
{
    /// <summary>Its name; null where there is none, or several, or one for each task.</summary>
    internal static string? Of(SharedObject shared)
    {
        List<IdentifierNameSyntax> gates = shared.Exposed.SelectMany(LocksAround).ToList();
        return gates.Count > 0
            && shared.Model.GetSymbolInfo(gates[0]).Symbol is { } gate
            && gates.TrueForAll(other => SymbolEqualityComparer.Default.Equals(shared.Model.GetSymbolInfo(other).Symbol, gate))
            && IsAsOld(gate, shared)
            && shared.Exposed.All(mention => shared.Model.LookupSymbols(mention.SpanStart, name: gate.Name).Contains(gate, SymbolEqualityComparer.Default))
                ? gates[0].Identifier.Text
                : null;
    }

    internal static bool IsLocked(SyntaxNode mention, string gate) => LocksAround(mention).Any(around => around.Identifier.Text == gate);

    private static IEnumerable<IdentifierNameSyntax> LocksAround(SyntaxNode mention) => mention.Ancestors()
        .TakeWhile(static at => at is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .OfType<LockStatementSyntax>()
        .Where(around => around.Statement.Span.Contains(mention.Span))
        .Select(static around => around.Expression)
        .OfType<IdentifierNameSyntax>();

    // One gate for one object: made where the object is, or further out.
    private static bool IsAsOld(ISymbol gate, SharedObject shared) => gate switch
    {
        IFieldSymbol field => field.IsReadOnly,
        ILocalSymbol when gate.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()?.Parent is { } scope
            => scope is GlobalStatementSyntax || (shared.Declaration ?? (SyntaxNode?)shared.Spawn) is { } made && scope.Span.Contains(made.Span) && SharedObject.FunctionAround(scope) == SharedObject.FunctionAround(made) && (shared.Declaration is not null || scope.Parent is BaseMethodDeclarationSyntax),
        _ => false,
    };
}
