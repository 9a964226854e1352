using JoinSets.Analyzers.Bodies;
using JoinSets.Analyzers.Symbols;
using JoinSets.Analyzers.Typestate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers;

/// <summary>A rule about the lives of sets: it is shown each life once, and says what it thinks of it.</summary>
public abstract class SetLifeAnalyzer : JoinSetAnalyzer
{
    private protected SetLifeAnalyzer()
    {
    }

    private protected sealed override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
        => context.RegisterSemanticModelAction(file => Analyze(file, symbols));

    /// <summary>What the rule has to say about one set.</summary>
    private protected abstract IEnumerable<Diagnostic> Judge(SetLife life);

    private void Analyze(SemanticModelAnalysisContext context, KnownSymbols symbols)
    {
        var reported = new HashSet<Location>();
        foreach (Diagnostic diagnostic in MemberBodies.WithSets(context).SelectMany(body => SetLives.In(body, symbols)).SelectMany(Judge))
        {
            // One variable may hold two sets, and one join may serve both: `flag ? new() : Make()`.
            if (reported.Add(diagnostic.Location))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }
}
