using System.Collections.Concurrent;
using JoinSets.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Typestate;

/// <summary>What the methods of a compilation do to sets that they are given: found when somebody asks, and kept as long as the compilation.</summary>
/// <remarks>Thread safety: may be asked by several threads; two may work out the same summary, which is then the same.</remarks>
internal sealed class SetSummaries(Compilation compilation, CancellationToken cancellationToken)
{
    /// <summary>A helper that calls a helper that calls a helper: beyond, nothing is known.</summary>
    private const int MostDepth = 3;

    private const int MostBlocks = 200;

    private readonly ConcurrentDictionary<(ISymbol Method, ISymbol Variable, int Depth), SetSummary> _known = new(new KeyComparer());

    internal CancellationToken CancellationToken => cancellationToken;

    /// <param name="method">A method or local function.</param>
    /// <param name="variable">Its parameter that is given the set, or a variable around it that holds it.</param>
    /// <param name="caller">The graph in which it is called.</param>
    /// <param name="depth">How many summaries are being made at this moment, one for the sake of the other.</param>
    internal SetSummary Of(IMethodSymbol method, ISymbol variable, ControlFlowGraph caller, int depth)
    {
        IMethodSymbol declared = (method.ReducedFrom ?? method).OriginalDefinition;
        IMethodSymbol definition = declared.PartialImplementationPart ?? declared;
        ISymbol followed = variable is IParameterSymbol parameter && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method)
            ? definition.Parameters[parameter.Ordinal + (method.ReducedFrom is null ? 0 : 1)]
            : variable;
        if (depth >= MostDepth)
        {
            return SetSummary.Loses;
        }

        // Deeper ones are cut short sooner, so each depth has its own; without a memo at every depth, methods that call each other cost exponentially.
        if (!_known.TryGetValue((definition, followed, depth), out SetSummary? summary))
        {
            summary = Summarize(GraphOf(definition, caller), followed, depth + 1);
            _known.TryAdd((definition, followed, depth), summary);
        }

        return summary;
    }

    private SetSummary Summarize(ControlFlowGraph? graph, ISymbol variable, int depth)
    {
        if (graph is not { Blocks.Length: <= MostBlocks })
        {
            return SetSummary.Loses;
        }

        Exits empty = Follow(graph, variable, SetState.New, depth);
        Exits filled = Follow(graph, variable, SetState.Filled, depth);
        return new(empty.Worst, filled.Worst, filled.DrainsSometimes, filled.Drops);
    }

    private Exits Follow(ControlFlowGraph graph, ISymbol variable, SetState state, int depth)
    {
        var exits = new Exits();
        var body = new SetBody(graph, new NestedFunctions(graph), FollowedSet.BroughtBy(variable, state), this, exits, depth);
        if (!SetAnalysis.TryRun(body) || body.Loops.HasCountedLoop)
        {
            exits.GiveUp();
        }

        return exits;
    }

    private ControlFlowGraph? GraphOf(IMethodSymbol method, ControlFlowGraph caller)
    {
        if (method.MethodKind is MethodKind.LocalFunction)
        {
            return IsInScope(method, caller) ? caller.GetLocalFunctionControlFlowGraphInScope(method, cancellationToken) : null;
        }

        return GraphOf(method);
    }

    /// <summary>The graph of a method of this compilation; null where the call may go to another one, or the source is not to be had.</summary>
    internal ControlFlowGraph? GraphOf(IMethodSymbol method)
    {
        bool mayBeAnother = method.IsVirtual || method.IsAbstract || (method.IsOverride && !method.IsSealed) || method.IsExtern;
        if (mayBeAnother || method.DeclaringSyntaxReferences.Length != 1 || method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is not MethodDeclarationSyntax declaration)
        {
            return null;
        }

#pragma warning disable RS1030 // the method may stand in another tree; only bodies that a set is passed to are asked for, once each
        SemanticModel model = compilation.GetSemanticModel(declaration.SyntaxTree);
#pragma warning restore RS1030
        return SyntaxDepth.IsSane(declaration) && model.GetOperation(declaration, cancellationToken) is IMethodBodyOperation body
            ? ControlFlowGraph.Create(body, cancellationToken)
            : null;
    }

    private static bool IsInScope(IMethodSymbol function, ControlFlowGraph graph)
    {
        for (ControlFlowGraph? scope = graph; scope is not null; scope = scope.Parent)
        {
            if (scope.LocalFunctions.Contains(function, SymbolEqualityComparer.Default))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The states in which a method leaves the set, path by path.</summary>
    private sealed class Exits : LifeObserver
    {
        private readonly List<SetState> _states = [];
        private bool _isLost;

        /// <summary>The state that somebody has most to do about: what may be in the set, is.</summary>
        internal SetState Worst => _isLost || _states.Count == 0
            ? SetState.New.Lose()
            : _states.OrderBy(static state => state.Holds ? 0 : 1).ThenBy(static state => state.IsAborted || state.IsClosed ? 1 : 0).ThenBy(static state => state.IsJoined ? 1 : 0).First();

        internal bool DrainsSometimes => _states.Exists(static state => state.Holds) && _states.Exists(static state => !state.Holds);

        /// <summary>It disposes the set with tasks in it.</summary>
        internal EndOfLife? Drops { get; private set; }

        internal void GiveUp() => _isLost = true;

        internal override void OnEnd(EndOfLife end, World world, SyntaxNode? at)
        {
            bool isDisposal = end is EndOfLife.Dispose or EndOfLife.DisposeAsync;
            _isLost |= !isDisposal;
            Drops = isDisposal && world.State is { Holds: true, IsJoined: false, IsRecovered: false } ? end : Drops;
        }

        internal override void OnExit(World world)
        {
            _isLost |= world.State.IsGone;
            _states.Add(world.State);
        }
    }

    private sealed class KeyComparer : IEqualityComparer<(ISymbol Method, ISymbol Variable, int Depth)>
    {
        public bool Equals((ISymbol Method, ISymbol Variable, int Depth) x, (ISymbol Method, ISymbol Variable, int Depth) y)
            => x.Depth == y.Depth && SymbolEqualityComparer.Default.Equals(x.Method, y.Method) && SymbolEqualityComparer.Default.Equals(x.Variable, y.Variable);

        public int GetHashCode((ISymbol Method, ISymbol Variable, int Depth) key)
            => unchecked((SymbolEqualityComparer.Default.GetHashCode(key.Method) * 397) ^ SymbolEqualityComparer.Default.GetHashCode(key.Variable) ^ key.Depth);
    }
}
