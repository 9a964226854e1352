using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

#pragma warning disable RS1001, RS1029, RS1036, RS2008 // their ids, and nothing that a compiler loads

namespace JoinSets.Analyzers.Tests.Neighbours;

/// <summary>
/// Stands in for the packages of others: reports where they report, on every set that a local is given and on every task that a lambda
/// returns. The package tests have the real ones.
/// </summary>
internal sealed class NeighbourRule : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_creation = Rule("CA2000");
    private static readonly DiagnosticDescriptor s_holder = Rule("IDISP001");
    private static readonly DiagnosticDescriptor s_returned = Rule("IDISP013");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_creation, s_holder, s_returned];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Report, SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression, SyntaxKind.InvocationExpression);
        context.RegisterSyntaxNodeAction(ReportHolder, SyntaxKind.VariableDeclaration, SyntaxKind.SimpleAssignmentExpression);
        context.RegisterSyntaxNodeAction(ReportReturned, SyntaxKind.SimpleLambdaExpression, SyntaxKind.ParenthesizedLambdaExpression, SyntaxKind.ReturnStatement);
    }

    private static DiagnosticDescriptor Rule(string id) => new(id, id, id, "Neighbours", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    private static void Report(SyntaxNodeAnalysisContext context) => Report(context, s_creation, context.Node);

    private static void ReportHolder(SyntaxNodeAnalysisContext context) => Report(context, s_holder, context.Node);

    private static void ReportReturned(SyntaxNodeAnalysisContext context)
        => Report(context, s_returned, context.Node is ReturnStatementSyntax statement ? statement.Expression : ((LambdaExpressionSyntax)context.Node).ExpressionBody);

    private static void Report(SyntaxNodeAnalysisContext context, DiagnosticDescriptor rule, SyntaxNode? at)
    {
        if (at is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(rule, at.GetLocation()));
        }
    }
}
