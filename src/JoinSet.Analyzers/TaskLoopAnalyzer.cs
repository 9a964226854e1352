using JoinSets.Analyzers.Bodies;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers;

/// <summary>A rule about loops over plain tasks: it needs no set in the code, nor a reference to one, and starts from an await.</summary>
/// <remarks>Thread safety: as for <see cref="JoinSetAnalyzer"/>.</remarks>
public abstract class TaskLoopAnalyzer : DiagnosticAnalyzer
{
    private protected TaskLoopAnalyzer()
    {
    }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSemanticModelAction(file =>
        {
            foreach (AwaitExpressionSyntax waiting in AwaitsIn(FileWords.Of(file.SemanticModel.SyntaxTree)))
            {
                Analyze(file, waiting);
            }
        });
    }

    /// <summary>The awaits that the rule may have something to say about, as far as the text of the file tells.</summary>
    private protected abstract IEnumerable<AwaitExpressionSyntax> AwaitsIn(FileWords file);

    /// <summary>Looks at one await; what its syntax alone rules out must cost next to nothing.</summary>
    private protected abstract void Analyze(SemanticModelAnalysisContext context, AwaitExpressionSyntax waiting);
}
