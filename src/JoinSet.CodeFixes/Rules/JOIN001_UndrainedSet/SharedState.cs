using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>The locals and parameters that spawns hand to their tasks, unless a task has a copy that nobody changes.</summary>
internal sealed class SharedState
{
    private readonly HashSet<ISymbol> _symbols;
    private readonly SemanticModel _model;

    internal SharedState(IEnumerable<SyntaxNode> fills, SemanticModel model)
    {
        _model = model;
        _symbols = new HashSet<ISymbol>(fills.SelectMany(HandedOver), SymbolEqualityComparer.Default);
    }

    internal bool IsUsedBy(StatementSyntax statement)
        => statement is not LocalFunctionStatementSyntax
            && statement.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => _model.GetSymbolInfo(name).Symbol is { } symbol && _symbols.Contains(symbol));

    private IEnumerable<ISymbol> HandedOver(SyntaxNode fill)
    {
        InvocationExpressionSyntax? call = fill.FirstAncestorOrSelf<InvocationExpressionSyntax>();
        return call is null ? [] : call.ArgumentList.Arguments.SelectMany(argument => HandedOver(_model.AnalyzeDataFlow(argument.Expression)));
    }

    private static IEnumerable<ISymbol> HandedOver(DataFlowAnalysis? flow)
        => flow is { Succeeded: true }
            ? flow.ReadInside.Where(IsObject).Concat(flow.WrittenInside)
            : [];

    private static bool IsObject(ISymbol symbol) => TypeOf(symbol) is { IsReferenceType: true, SpecialType: not SpecialType.System_String };

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol { IsThis: false } parameter => parameter.Type,
        _ => null,
    };
}
