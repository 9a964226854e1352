using JoinSets.Analyzers.Loops;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

/// <summary>The function that a spawn gives to its set, and the names that the set has in there.</summary>
internal sealed class TaskCode
{
    private TaskCode(SetCall spawn, SyntaxNode function, IReadOnlyCollection<ISymbol> names)
    {
        Spawn = spawn;
        Function = function;
        Names = names;
    }

    internal SetCall Spawn { get; }

    /// <summary>A lambda, a local function or a method of the same file.</summary>
    internal SyntaxNode Function { get; }

    /// <summary>The set's variable, and the delegate's parameter where the set is given to it as state.</summary>
    internal IReadOnlyCollection<ISymbol> Names { get; }

    /// <summary>Whether the task that the function returns is waited for by the set: SpawnBlocking looks at none.</summary>
    internal bool IsReturnAwaited => Spawn.Member != "SpawnBlocking";

    /// <summary>What the call's task will run; null where the call spawns nothing, or something that cannot be seen.</summary>
    internal static TaskCode? Of(InvocationExpressionSyntax call, SemanticModel model, KnownSymbols symbols)
    {
        if (SetCall.NameOf(call)?.StartsWith("Spawn", StringComparison.Ordinal) != true || SetCall.Of(call, model, symbols) is not { Effect: SetEffect.Fills, Set: { } set } spawn
            || spawn.ArgumentFor("work", model) is not { } work || FunctionOf(work, model) is not { } function)
        {
            return null;
        }

        var names = new List<ISymbol> { set };
        if (spawn.ArgumentFor("state", model) is { } state && IsSame(SetVariable.Of(state, model, symbols), set) && FirstParameterOf(function, model) is { } parameter)
        {
            names.Add(parameter);
        }

        return new TaskCode(spawn, function, names);
    }

    private static SyntaxNode? FunctionOf(ExpressionSyntax work, SemanticModel model)
    {
        ExpressionSyntax bare = SetVariable.Bare(work);
        if (bare is AnonymousFunctionExpressionSyntax)
        {
            return bare;
        }

        return model.GetSymbolInfo(bare).Symbol switch
        {
            IMethodSymbol method => OwnMethod.DeclarationOf(method, bare),
            ILocalSymbol local => LocalValues.OnlyValueOf(local, model) as AnonymousFunctionExpressionSyntax,
            _ => null,
        };
    }

    private static ISymbol? FirstParameterOf(SyntaxNode function, SemanticModel model)
        => ((function is AnonymousFunctionExpressionSyntax ? model.GetSymbolInfo(function).Symbol : model.GetDeclaredSymbol(function)) as IMethodSymbol)?.Parameters.FirstOrDefault();

    private static bool IsSame(ISymbol? a, ISymbol b) => SymbolEqualityComparer.Default.Equals(a, b);
}
