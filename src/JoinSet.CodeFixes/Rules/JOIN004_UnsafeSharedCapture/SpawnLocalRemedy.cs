using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>All spawns of the set go to the spawner's own thread. Right where that has a context to go to, in a window or a game loop.</summary>
internal sealed class SpawnLocalRemedy() : Remedy("JOIN004.SpawnLocal", "Run the tasks on this thread: SpawnLocal")
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (SharedObject.Of(diagnostic, model, cancellationToken) is not { Spawn: { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax set } } spawn } shared
            || model.GetSymbolInfo(set, cancellationToken).Symbol is not { } symbol
            || model.GetTypeInfo(set, cancellationToken).Type is not { Name: "JoinSet" }
            || SharedObject.FunctionAround(spawn) is not null
            || IsInEntryPoint(spawn, model, cancellationToken))
        {
            return false;
        }

        List<SimpleNameSyntax> spawns = spawn.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Where(access => access.Name.Identifier.ValueText.StartsWith("Spawn", StringComparison.Ordinal)
                && access.Expression is IdentifierNameSyntax name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, symbol))
            .Select(static access => access.Name)
            .ToList();
        if (shared.Exposed.Any(mention => SpawnAround(mention) is { } other && !(other.Expression is IdentifierNameSyntax name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, symbol))))
        {
            return false; // tasks of another set use it, too
        }

        if (!spawns.TrueForAll(name => name.Identifier.ValueText is "SpawnLocal" || IsPlain(name, model, cancellationToken)))
        {
            return false;
        }

        foreach (SimpleNameSyntax name in spawns.Where(static name => name.Identifier.ValueText is "Spawn"))
        {
            edits.AddOnce(new TextEdit(name.Span, "SpawnLocal"));
        }

        return true;
    }

    // A program that has just begun has no context yet: SpawnLocal would throw.
    private static bool IsInEntryPoint(SyntaxNode spawn, SemanticModel model, CancellationToken cancellationToken) => spawn.Ancestors().Any(static at => at is GlobalStatementSyntax)
        || SymbolEqualityComparer.Default.Equals(model.Compilation.GetEntryPoint(cancellationToken), model.GetEnclosingSymbol(spawn.SpanStart, cancellationToken));

    // The set that the lambda around a mention is given to.
    private static MemberAccessExpressionSyntax? SpawnAround(SyntaxNode mention) => mention.Ancestors().OfType<AnonymousFunctionExpressionSyntax>()
        .Select(static lambda => lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } } ? access : null)
        .FirstOrDefault(static access => access?.Name.Identifier.ValueText.StartsWith("Spawn", StringComparison.Ordinal) == true);

    private static bool IsPlain(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellationToken)
        => name is IdentifierNameSyntax { Identifier.ValueText: "Spawn" }
            && model.GetSymbolInfo(name, cancellationToken).Symbol is IMethodSymbol { TypeArguments.Length: 0 };
}
