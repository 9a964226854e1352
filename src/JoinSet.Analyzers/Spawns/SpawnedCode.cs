using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Spawns;

/// <summary>Which spawn's task runs a piece of code: its delegate, or a local function or private method that the delegate calls.</summary>
/// <param name="model">What the code around the place means.</param>
/// <param name="symbols">The sets.</param>
/// <param name="isMeant">Which spawns are asked for.</param>
/// <param name="cancellationToken">Ends the search.</param>
/// <remarks>The question is asked from inside out, so that a report stands in the body that is analysed, and once however often it is spawned.</remarks>
internal sealed class SpawnedCode(SemanticModel model, KnownSymbols symbols, Func<InvocationExpressionSyntax, bool> isMeant, CancellationToken cancellationToken)
{
    /// <summary>The spawn whose delegate this place is in, or is called from; null where none is known.</summary>
    internal InvocationExpressionSyntax? SpawnAround(SyntaxNode place)
        => FunctionAround(place) is { } function ? SpawnOf(function) ?? SpawnOfCaller(function) : null;

    /// <summary>The innermost function around a place, unless the place runs at another time, in a query say.</summary>
    internal static SyntaxNode? FunctionAround(SyntaxNode place)
    {
        SyntaxNode? around = place.Ancestors().FirstOrDefault(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax or QueryExpressionSyntax or AccessorDeclarationSyntax);
        return around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MethodDeclarationSyntax ? around : null;
    }

    /// <summary>The spawn that is given this very function.</summary>
    internal InvocationExpressionSyntax? SpawnOf(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax lambda => SpawnGiven(lambda) ?? SpawnOfVariable(lambda),
        LocalFunctionStatementSyntax local => SpawnOfMention(local, local.Identifier.ValueText, ScopeOf(local)),
        MethodDeclarationSyntax method => SpawnOfMethod(method),
        _ => null,
    };

    private InvocationExpressionSyntax? SpawnGiven(ExpressionSyntax work)
        => SpawnSites.Of(work, model, symbols, cancellationToken) is { } call && isMeant(call) ? call : null;

    /// <summary><c>Func&lt;…&gt; work = ct => …; set.Spawn(work);</c>, where the variable never gets another value.</summary>
    private InvocationExpressionSyntax? SpawnOfVariable(AnonymousFunctionExpressionSyntax lambda)
    {
        if (lambda.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax declaration } variable })
        {
            return null;
        }

        SyntaxNode scope = ScopeOf(declaration);
        string name = variable.Identifier.ValueText;
        bool isFixed = !MentionsIn(scope, name).Any(static mention => mention.Parent is AssignmentExpressionSyntax assignment && assignment.Left == mention);
        return isFixed ? SpawnOfMention(variable, name, scope) : null;
    }

    private InvocationExpressionSyntax? SpawnOfMention(SyntaxNode declaration, string name, SyntaxNode scope)
        => MentionsIn(scope, name)
            .Where(mention => IsSymbol(mention, declaration))
            .Select(SpawnGiven)
            .FirstOrDefault(static spawn => spawn is not null);

    /// <summary>A method may be spawned by another type, in another tree.</summary>
    private InvocationExpressionSyntax? SpawnOfMethod(MethodDeclarationSyntax method)
    {
        string name = method.Identifier.ValueText;
        ISymbol? symbol = model.GetDeclaredSymbol(method, cancellationToken);
        return SpawnIndex.Of(model.Compilation).Giving(name)
            .OrderBy(call => call.SyntaxTree != model.SyntaxTree)
            .FirstOrDefault(call => isMeant(call) && IsSpawnOf(call, SpawnSites.WorkOf(call)!, symbol));
    }

    private bool IsSpawnOf(InvocationExpressionSyntax call, ExpressionSyntax work, ISymbol? method)
    {
#pragma warning disable RS1030 // the spawn may stand in another tree; only one that names the method is looked at
        SemanticModel there = call.SyntaxTree == model.SyntaxTree ? model : model.Compilation.GetSemanticModel(call.SyntaxTree);
#pragma warning restore RS1030
        return SymbolEqualityComparer.Default.Equals(there.GetSymbolInfo(work, cancellationToken).Symbol?.OriginalDefinition, method)
            && SpawnSites.IsSpawn(call, there, symbols, cancellationToken);
    }

    private InvocationExpressionSyntax? SpawnOfCaller(SyntaxNode function)
    {
        if (function is AnonymousFunctionExpressionSyntax || (function is MethodDeclarationSyntax && model.GetDeclaredSymbol(function, cancellationToken) is not { DeclaredAccessibility: Accessibility.Private }))
        {
            return null;
        }

        string name = function is MethodDeclarationSyntax method ? method.Identifier.ValueText : ((LocalFunctionStatementSyntax)function).Identifier.ValueText;
        return MentionsIn(ScopeOf(function), name)
            .Where(mention => IsCalled(mention) && IsSymbol(mention, function))
            .Select(FunctionAround)
            .Where(caller => caller is not null && caller != function)
            .Distinct()
            .Select(caller => SpawnOf(caller!))
            .FirstOrDefault(static spawn => spawn is not null);
    }

    /// <summary>The node whose code can name what is declared here.</summary>
    private static SyntaxNode ScopeOf(SyntaxNode declaration) => declaration.Parent switch
    {
        GlobalStatementSyntax { Parent: { } unit } => unit,
        { } parent => parent,
        null => declaration,
    };

    private static IEnumerable<SimpleNameSyntax> MentionsIn(SyntaxNode scope, string name)
        => scope.DescendantNodes().OfType<SimpleNameSyntax>().Where(mention => mention.Identifier.ValueText == name);

    private static bool IsCalled(SimpleNameSyntax mention)
    {
        SyntaxNode callee = mention.Parent is MemberAccessExpressionSyntax access && access.Name == mention ? access : mention;
        return callee.Parent is InvocationExpressionSyntax call && call.Expression == callee;
    }

    private bool IsSymbol(SimpleNameSyntax mention, SyntaxNode declaration)
        => SymbolEqualityComparer.Default.Equals(
            model.GetSymbolInfo(mention, cancellationToken).Symbol?.OriginalDefinition, model.GetDeclaredSymbol(declaration, cancellationToken));
}
