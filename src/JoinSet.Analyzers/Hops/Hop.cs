using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Hops;

/// <summary>A delegate that is given to another thread by plain means, without a set.</summary>
internal sealed class Hop(HopKind kind, IOperation work, HopHandle handle, ImmutableArray<SyntaxNode> starts, Location place)
{
    internal HopKind Kind => kind;

    /// <summary>The delegate.</summary>
    internal IOperation Work => work;

    /// <summary>What is left in the starter's hands, to wait by.</summary>
    internal HopHandle Handle => handle;

    /// <summary>The nodes that start it: the call, or Start for a thread.</summary>
    internal ImmutableArray<SyntaxNode> Starts => starts;

    /// <summary>Whether it is started within a piece of code, and not only made there.</summary>
    internal bool StartsIn(SyntaxNode code) => starts.Any(start => code.Span.Contains(start.Span));

    internal Location Place => place;

    internal bool StartsMany => kind is HopKind.Turn;

    /// <summary>Whether one runs at a time, or somewhere that nobody can tell.</summary>
    internal bool IsSerial { get; set; }

    internal string Noun => kind switch
    {
        HopKind.Turn => "turn of the loop",
        HopKind.Action => "action",
        HopKind.WorkItem => "work item",
        HopKind.Thread => "thread",
        HopKind.Callback => "callback",
        _ => "task",
    };
}
