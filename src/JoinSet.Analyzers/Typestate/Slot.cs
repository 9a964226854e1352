using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>A place that keeps a value: a local, a parameter, or one of the graph's own temporaries.</summary>
internal readonly struct Slot : IEquatable<Slot>
{
    private readonly CaptureId _capture;
    private readonly bool _isCapture;

    internal Slot(ISymbol variable) => Variable = variable;

    internal Slot(CaptureId capture)
    {
        _capture = capture;
        _isCapture = true;
    }

    /// <summary>Null for a temporary of the graph.</summary>
    internal ISymbol? Variable { get; }

    internal bool IsNone => Variable is null && !_isCapture;

    public bool Equals(Slot other)
        => _isCapture == other._isCapture && (_isCapture ? _capture.Equals(other._capture) : SymbolEqualityComparer.Default.Equals(Variable, other.Variable));

    public override bool Equals(object? obj) => obj is Slot other && Equals(other);

    public override int GetHashCode() => _isCapture ? _capture.GetHashCode() : SymbolEqualityComparer.Default.GetHashCode(Variable);
}
