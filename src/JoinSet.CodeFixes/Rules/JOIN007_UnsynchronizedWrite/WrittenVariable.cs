using JoinSets.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>The variable of a report and the places where tasks, or their rivals, use it.</summary>
internal sealed class WrittenVariable
{
    private readonly Diagnostic _diagnostic;
    private readonly SyntaxNode _root;

    private WrittenVariable(Diagnostic diagnostic, IdentifierNameSyntax name, ISymbol symbol, ITypeSymbol type, SemanticModel model)
    {
        _diagnostic = diagnostic;
        _root = name.SyntaxTree.GetRoot();
        Name = name;
        Symbol = symbol;
        Type = type;
        Mentions = MentionsOf(name, symbol, model);
    }

    /// <summary>The mention that is reported.</summary>
    internal IdentifierNameSyntax Name { get; }

    internal ISymbol Symbol { get; }

    internal ITypeSymbol Type { get; }

    internal IReadOnlyList<IdentifierNameSyntax> Mentions { get; }

    /// <summary>Whether only the spawner writes it.</summary>
    internal bool IsWrittenBySpawner => _diagnostic.Properties.TryGetValue(UnsynchronizedWriteAnalyzer.RivalKey, out string? rival) && rival is nameof(WriteRival.WritingSpawner);

    /// <summary>Whether tasks of one spawn write it one after the other, so that each overwrites what another wrote.</summary>
    internal bool IsWrittenByTwins => _diagnostic.Properties.TryGetValue(UnsynchronizedWriteAnalyzer.RivalKey, out string? rival) && rival is nameof(WriteRival.Twins);

    /// <summary>Whether it is tasks that overwrite what other tasks wrote, rather than the spawner that looks too early.</summary>
    internal bool IsWrittenByTasksOnly => _diagnostic.Properties.TryGetValue(UnsynchronizedWriteAnalyzer.RivalKey, out string? rival) && rival is nameof(WriteRival.Twins) or nameof(WriteRival.OtherTask);

    /// <summary>Whether a task looks at it again and again, to see what has become of it: a number of things done, but not the variable of a loop that spawns.</summary>
    internal bool IsPolled => Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().Parent?.Parent is not ForStatementSyntax
        && Name.Ancestors().TakeWhile(static at => at is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(static at => at is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or ForEachStatementSyntax { AwaitKeyword.RawKind: not 0 });

    /// <summary>The call that spawns.</summary>
    internal InvocationExpressionSyntax? Spawn => _diagnostic.AdditionalLocations.Count == 0
        ? null
        : _root.FindNode(_diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>();

    internal static WrittenVariable? Of(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode node = model.SyntaxTree.GetRoot(cancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (node is not IdentifierNameSyntax name)
        {
            return null;
        }

        return model.GetSymbolInfo(name, cancellationToken).Symbol switch
        {
            ILocalSymbol local => new(diagnostic, name, local, local.Type, model),
            IParameterSymbol parameter => new(diagnostic, name, parameter, parameter.Type, model),
            _ => null,
        };
    }

    /// <summary>The mentions that may be at once with others: those in nested functions, and those that the report names.</summary>
    internal IEnumerable<IdentifierNameSyntax> Exposed => Mentions.Where(mention => IsNested(mention) || _diagnostic.AdditionalLocations.Skip(1).Any(place => place.SourceTree == mention.SyntaxTree && place.SourceSpan == mention.Span));

    private bool IsNested(SyntaxNode mention)
    {
        SyntaxNode? declaration = Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        return mention.Ancestors().TakeWhile(at => declaration is null || !at.Span.Contains(declaration.Span))
            .Any(static at => at is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
            || (Symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } && mention.Ancestors().Any(static at => at is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));
    }

    private static List<IdentifierNameSyntax> MentionsOf(IdentifierNameSyntax name, ISymbol symbol, SemanticModel model)
    {
        SyntaxNode scope = symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } }
            ? name.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? name.SyntaxTree.GetRoot()
            : name.Ancestors().FirstOrDefault(static at => at is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? name.SyntaxTree.GetRoot();
        return scope.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(mention => mention.Identifier.ValueText == symbol.Name && !IsNameOf(mention) && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(mention).Symbol, symbol))
            .ToList();
    }

    private static bool IsNameOf(IdentifierNameSyntax mention)
        => mention.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } };
}
