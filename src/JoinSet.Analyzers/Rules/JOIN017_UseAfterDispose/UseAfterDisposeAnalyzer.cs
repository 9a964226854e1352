using System.Collections.Immutable;
using JoinSets.Analyzers.Typestate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Rules;

/// <summary>JOIN017: a set is used on a path on which it was disposed before.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UseAfterDisposeAnalyzer : SetLifeAnalyzer
{
    internal const string Id = "JOIN017";

    private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.Warning(
        Id,
        title: "A set is used after it was disposed",
        message: "{0}",
        description: "A disposed set takes no tasks and gives no results: Spawn, Add and every join throw ObjectDisposedException. "
            + "Use the set before it is disposed, or make a new one.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    private protected override IEnumerable<Diagnostic> Judge(SetLife life)
        => life.LateUses.Select(use => Diagnostic.Create(s_rule, use.GetLocation(), Sentence(life.Name, use)));

    private static string Sentence(string set, SyntaxNode use) => use.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax
        ? $"The join of '{set}' is returned before it was awaited, and the set is disposed on the way out: its caller waits for a disposed set"
        : $"'{set}' is used here after it was disposed on a path to this place: it throws ObjectDisposedException";
}
