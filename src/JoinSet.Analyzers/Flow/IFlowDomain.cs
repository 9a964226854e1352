using Microsoft.CodeAnalysis.FlowAnalysis;

namespace JoinSets.Analyzers.Flow;

/// <summary>What a forward analysis knows and how it changes. The solver knows nothing else about it.</summary>
/// <typeparam name="TFact">An immutable fact; null means that no path comes here.</typeparam>
internal interface IFlowDomain<TFact>
    where TFact : class
{
    /// <summary>What holds where both may hold. Gives <paramref name="known"/> itself when the other adds nothing.</summary>
    /// <param name="known">What was known so far.</param>
    /// <param name="other">What comes in.</param>
    /// <param name="isBack">It comes from further down, as at the head of a loop: what grows with each turn is to be cut short.</param>
    TFact Join(TFact known, TFact other, bool isBack);

    /// <summary>Runs the operations of a block, its branch value included.</summary>
    BlockOutcome<TFact> Run(BasicBlock block, TFact fact);

    /// <summary>What holds when the branch value of the block, which has just been run, is true or false. Null: that cannot be.</summary>
    TFact? Assume(BasicBlock block, TFact fact, bool value);

    /// <summary>A way is taken; its finally blocks come next.</summary>
    TFact Depart(TFact fact, Route route);

    /// <summary>The locals of these regions are gone; an unwinding that was under way is over.</summary>
    TFact? Leave(TFact fact, Route route);

    /// <summary>Control leaves the body.</summary>
    void End(TFact fact, Route route);
}
