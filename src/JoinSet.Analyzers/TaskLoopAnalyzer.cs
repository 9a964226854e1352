using Microsoft.CodeAnalysis.CSharp;
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
        context.RegisterSyntaxNodeAction(node => Analyze(node, (AwaitExpressionSyntax)node.Node), SyntaxKind.AwaitExpression);
    }

    /// <summary>Looks at one await; what its syntax alone rules out must cost next to nothing.</summary>
    private protected abstract void Analyze(SyntaxNodeAnalysisContext context, AwaitExpressionSyntax waiting);
}
