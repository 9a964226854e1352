using System.Collections.Immutable;
using JoinSets.Analyzers.Spawns;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Rules;

/// <summary>JOIN011: a spawned delegate is given a token, and gives it to nothing that it awaits.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreachableByAbortAnalyzer : JoinSetAnalyzer
{
    internal const string Id = "JOIN011";

    /// <summary>Diagnostic properties: the text for the n-th of the additional locations, and the name of the task's own token.</summary>
    internal const string Text = "Text";
    internal const string Token = "Token";

    private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.Info(
        Id,
        title: "An abort does not reach what a task awaits",
        message: "An abort of the task that {0} spawns does not reach {1}: {2}",
        description: "A set asks a task to stop by the token that its delegate is given. A delegate that does not pass this token on to the calls that it awaits cannot be stopped: "
            + "AbortAll, ShutdownAsync and DisposeAsync wait for it to end by itself.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
        => context.RegisterSemanticModelAction(file =>
        {
            foreach (SyntaxNode function in SpawnIndex.Of(file.SemanticModel.Compilation).WorksIn(file.SemanticModel.SyntaxTree))
            {
                Analyze(file, function, symbols);
            }
        });

    private static void Analyze(SemanticModelAnalysisContext context, SyntaxNode function, KnownSymbols symbols)
    {
        if (TokenOf(function) is not { } token || IsMentioned(token, function))
        {
            return;
        }

        SemanticModel model = context.SemanticModel;
        if (!TokenArgument.IsToken((model.GetDeclaredSymbol(token, context.CancellationToken) as IParameterSymbol)?.Type)
            || new SpawnedCode(model, symbols, static _ => true, context.CancellationToken).SpawnOf(function) is not { } spawn)
        {
            return;
        }

        List<TokenArgument> places = AwaitedCalls.In(function)
            .Select(call => TokenArgument.Of(call, function, token.Identifier.Text, model, symbols, context.CancellationToken))
            .OfType<TokenArgument>()
            .ToList();
        if (places.Count > 0)
        {
            Report(context, token, spawn, places);
        }
    }

    private static void Report(SemanticModelAnalysisContext context, ParameterSyntax token, InvocationExpressionSyntax spawn, List<TokenArgument> places)
    {
        List<TokenArgument> missing = places.Where(static place => place.Outer is null).ToList();
        if (missing.Count > 0)
        {
            context.ReportDiagnostic(Describe(token, token.Identifier.GetLocation(), spawn, missing, places, $"'{token.Identifier.ValueText}' is passed to nothing that it awaits"));
        }

        foreach (TokenArgument place in places.Where(static place => place.Outer is not null))
        {
            context.ReportDiagnostic(Describe(token, place.Place, spawn, [place], places, $"it is given '{place.Outer}' in the place of '{token.Identifier.ValueText}'"));
        }
    }

    private static Diagnostic Describe(ParameterSyntax token, Location at, InvocationExpressionSyntax spawn, List<TokenArgument> calls, List<TokenArgument> places, string fault)
    {
        ImmutableDictionary<string, string?> properties = places.Select(static (place, index) => (Key: Text + index, place.Text))
            .Append((Key: Token, token.Identifier.Text))
            .ToImmutableDictionary(static property => property.Key, static property => (string?)property.Text);
        string lines = LineList.Of(calls.Select(static place => place.Call.GetLocation()));
        return Diagnostic.Create(
            s_rule,
            at,
            places.Select(static place => place.Place).Append(spawn.GetLocation()),
            properties,
            LineList.Of([spawn.GetLocation()]),
            $"the call{(lines.StartsWith("lines", StringComparison.Ordinal) ? "s" : "")} on {lines}",
            fault);
    }

    /// <summary>The last parameter, unless its name says that nobody wants it.</summary>
    private static ParameterSyntax? TokenOf(SyntaxNode function)
    {
        ParameterSyntax? last = function switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter,
            ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters.LastOrDefault(),
            AnonymousMethodExpressionSyntax anonymous => anonymous.ParameterList?.Parameters.LastOrDefault(),
            LocalFunctionStatementSyntax local => local.ParameterList.Parameters.LastOrDefault(),
            MethodDeclarationSyntax method => method.ParameterList.Parameters.LastOrDefault(),
            _ => null,
        };
        return last is null || last.Identifier.ValueText.Trim('_').Length == 0 ? null : last;
    }

    private static bool IsMentioned(ParameterSyntax token, SyntaxNode function)
        => function.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == token.Identifier.ValueText);
}
