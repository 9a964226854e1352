using System.Collections.Concurrent;
using System.Collections.Immutable;
using JoinSets.Analyzers.Bodies;
using JoinSets.Analyzers.Symbols;
using JoinSets.Analyzers.Tests.Verification;
using JoinSets.Analyzers.Typestate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace JoinSets.Analyzers.Tests.Typestate;

/// <summary>A body is solved once, whichever and however many rules ask.</summary>
public sealed class SharingTests
{
    [Fact]
    public async Task All_rules_get_the_very_same_lives()
    {
        var first = new AskingAnalyzer();
        var second = new AskingAnalyzer();
        Compilation compilation = Snippet.OfStatements("var set = new JoinSet<int>(); set.Spawn(Do.Count); var other = new JoinSet(); other.Spawn(Do.Step);").Compile();

        await compilation.WithAnalyzers([first, second]).GetAnalyzerDiagnosticsAsync();

        Assert.Equal(2, first.Lives.Count);
        Assert.Equal(2, second.Lives.Count);
        Assert.All(first.Lives, life => Assert.Contains(second.Lives, other => ReferenceEquals(life, other)));
    }

#pragma warning disable RS1036, RS1038, RS1041 // an analyzer for this test alone
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class AskingAnalyzer : DiagnosticAnalyzer
    {
        internal ConcurrentBag<SetLife> Lives { get; } = [];

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [new("ASK001", "Asks", "Asks", "Tests", DiagnosticSeverity.Info, true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSemanticModelAction(file =>
            {
                foreach (SetLife life in MemberBodies.WithSets(file).SelectMany(body => SetLives.In(body, KnownSymbols.In(file.SemanticModel.Compilation)!)))
                {
                    Lives.Add(life);
                }
            });
        }
    }
#pragma warning restore RS1036, RS1038, RS1041
}
