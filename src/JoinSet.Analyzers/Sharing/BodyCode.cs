using JoinSets.Analyzers.Sendability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sharing;

/// <summary>A body and the functions nested in it, as the judgement of sharing sees them.</summary>
/// <remarks>Thread safety: immutable once <see cref="BodyReader"/> has made it.</remarks>
internal sealed class BodyCode(SemanticModel model)
{
    internal Compilation Compilation => model.Compilation;

    /// <summary>The file in which the body stands; methods that its tasks run may stand in others.</summary>
    internal SyntaxTree Tree => model.SyntaxTree;

    internal List<FunctionCode> Functions { get; } = [];

    internal List<SpawnCall> Spawns { get; } = [];

    internal Dictionary<SyntaxNode, VariableUse> UsesBySyntax { get; } = [];

    /// <summary>Every value that a local is ever given.</summary>
    internal Dictionary<ISymbol, List<IOperation>> Values { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Variables to which a reference was taken: what happens to them cannot be told.</summary>
    internal HashSet<ISymbol> Leaked { get; } = new(SymbolEqualityComparer.Default);

    private Dictionary<SyntaxNode, FunctionCode> BySyntax { get; } = [];

    private Dictionary<ISymbol, FunctionCode> BySymbol { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>What a piece of source means, in whichever file of the compilation it stands.</summary>
    internal SemanticModel ModelOf(SyntaxNode node) => node.SyntaxTree == model.SyntaxTree ? model : SourceModels.In(model.Compilation).Of(node.SyntaxTree);

    internal void Add(FunctionCode function)
    {
        Functions.Add(function);
        BySyntax[function.Syntax] = function;
        if (function.Symbol is { MethodKind: MethodKind.LocalFunction or MethodKind.Ordinary } symbol)
        {
            BySymbol[DefinitionOf(symbol)] = function;
        }
    }

    internal FunctionCode? FunctionAt(SyntaxNode syntax) => BySyntax.TryGetValue(syntax, out FunctionCode? function) ? function : null;

    internal FunctionCode? FunctionOf(IMethodSymbol method) => BySymbol.TryGetValue(DefinitionOf(method), out FunctionCode? function) ? function : null;

    /// <summary>The symbol that has the code: of a partial method, the part with the body.</summary>
    internal static IMethodSymbol DefinitionOf(IMethodSymbol method) => method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;

    /// <summary>The function that a delegate runs, where it can be seen.</summary>
    internal FunctionCode? FunctionIn(IOperation? value, int depth = 0) => value switch
    {
        _ when depth > 8 => null,
        IDelegateCreationOperation creation => FunctionIn(creation.Target, depth + 1),
        IConversionOperation conversion => FunctionIn(conversion.Operand, depth + 1),
        IAnonymousFunctionOperation or IFlowAnonymousFunctionOperation => FunctionAt(value.Syntax),
        IMethodReferenceOperation { Instance: null or IInstanceReferenceOperation } reference => FunctionOf(reference.Method),
        ILocalReferenceOperation local => FunctionIn(OnlyValueOf(local.Local), depth + 1),
        _ => null,
    };

    /// <summary>The value that the local has all its life; null where it has several or none that can be seen.</summary>
    internal IOperation? OnlyValueOf(ISymbol local)
        => local is ILocalSymbol { IsRef: false } && Values.TryGetValue(local, out List<IOperation>? values) && values.Count == 1 && !Leaked.Contains(local) ? values[0] : null;

    /// <summary>
    /// The variable whose value this one has: its own, or, through <c>var same = list;</c> and a state argument, that of another.
    /// </summary>
    internal ISymbol RootOf(ISymbol variable)
    {
        for (int depth = 0; depth < 8 && OnlyValueOf(variable) is { } value && Plain(value) is { } reference && UseReader.VariableOf(reference) is { } next && !IsReplaced(next); depth++)
        {
            variable = next;
        }

        return variable;
    }

    // var full = batch; batch = [];
    private bool IsReplaced(ISymbol variable)
        => Values.TryGetValue(variable, out List<IOperation>? values) && values.Count > (variable is ILocalSymbol ? 1 : 0);

    /// <summary>Out of what only names the value: conversions.</summary>
    internal static IOperation Plain(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }
}
