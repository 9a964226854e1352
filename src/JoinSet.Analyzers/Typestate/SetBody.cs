using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>One body in which one set is followed: what the transfer has to ask, and where it tells what it sees.</summary>
/// <remarks>Thread safety: belongs to the one thread that analyses the body.</remarks>
internal sealed class SetBody(ControlFlowGraph graph, NestedFunctions functions, FollowedSet set, SetSummaries summaries, LifeObserver observer, int depth = 0)
{
    /// <summary>Ordinary code comes to its end with a handful: each block is run a few times, in one to four worlds.</summary>
    private const int WorldsPerBlock = 40;

    private const int LeastBudget = 1000;

    private readonly Dictionary<CaptureId, Slot> _captured = new();
    private int _spent;

    internal FollowedSet Set => set;

    internal ControlFlowGraph Graph => graph;

    internal CancellationToken CancellationToken => summaries.CancellationToken;

    internal JoinLoops Loops { get; } = new(graph, set.Name);

    /// <summary>Whether an exception could be handled in this body at all.</summary>
    internal bool HasHandlers { get; } = HasHandler(graph.Root);

    /// <summary>The analysis met something that it does not dare to judge: nothing that was learnt may be used.</summary>
    internal bool HasGivenUp { get; private set; }

    /// <summary>Counts what the analysis costs, and gives up on a body that is too odd: its build must not wait for it.</summary>
    internal void Spend(int worlds)
    {
        _spent += worlds;
        HasGivenUp |= _spent > LeastBudget + (graph.Blocks.Length * WorldsPerBlock);
    }

    internal void GiveUp() => HasGivenUp = true;

    /// <summary>Whether only the operations of this body give the variable its values.</summary>
    internal bool IsStable(Slot slot) => slot.Variable is not { } variable || !functions.Assign(variable.Name);

    internal void NoteCapture(CaptureId capture, Slot variable) => _captured[capture] = variable;

    internal Slot CapturedVariable(CaptureId capture) => _captured.TryGetValue(capture, out Slot variable) ? variable : default;

    internal SetUse UseIn(SyntaxNode function, IReadOnlyCollection<string> names) => functions.UseIn(function, names);

    internal SetUse UseIn(IMethodSymbol function, IReadOnlyCollection<string> names) => functions.UseIn(function, names);

    internal SetSummary Summarize(IMethodSymbol method, ISymbol variable) => summaries.Of(method, variable, graph, depth);

    /// <summary>Whether the name occurs more than once in the body.</summary>
    internal bool MentionsOften(string name)
        => graph.OriginalOperation.Syntax.DescendantNodes().OfType<IdentifierNameSyntax>().Where(mention => mention.Identifier.ValueText == name).Skip(1).Any();

    internal void End(EndOfLife end, World world, SyntaxNode? at)
    {
        if (!world.IsUnwinding)
        {
            observer.OnEnd(end, world, at);
        }
    }

    internal void UseAfterDispose(World world, SyntaxNode at)
    {
        if (!world.State.IsGone)
        {
            observer.OnUseAfterDispose(at);
        }
    }

    /// <summary>A join that nobody awaited was returned, and now the set is disposed under the hands of the caller.</summary>
    internal void DisposeAfterReturn(World world)
    {
        foreach (SyntaxNode at in world.IsUnwinding ? [] : world.Trace.Returns.AsEnumerable())
        {
            observer.OnUseAfterDispose(at);
        }
    }

    internal void Fill(World world) => observer.OnFill(world);

    internal void Join(World world, SyntaxNode at) => observer.OnJoin(world, at);

    internal void Risk(World world, SyntaxNode at) => observer.OnRisk(world, at);

    internal void Return(World world) => observer.OnReturn(world);

    internal void Exit(World world) => observer.OnExit(world);

    private static bool HasHandler(ControlFlowRegion region)
        => region.Kind is ControlFlowRegionKind.TryAndCatch || region.NestedRegions.Any(HasHandler);
}
