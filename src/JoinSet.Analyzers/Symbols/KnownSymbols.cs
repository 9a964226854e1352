using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Symbols;

/// <summary>The types that the rules ask about, looked up by metadata name once per compilation.</summary>
/// <remarks>Thread safety: immutable.</remarks>
internal sealed class KnownSymbols
{
    private readonly INamedTypeSymbol? _set;
    private readonly INamedTypeSymbol? _setOfT;

    private KnownSymbols(INamedTypeSymbol? set, INamedTypeSymbol? setOfT)
    {
        _set = set;
        _setOfT = setOfT;
    }

    /// <summary>The known types of this compilation; null when it references no set, so that there is nothing to say about it.</summary>
    internal static KnownSymbols? In(Compilation compilation)
    {
        INamedTypeSymbol? set = compilation.GetTypeByMetadataName("JoinSets.JoinSet");
        INamedTypeSymbol? setOfT = compilation.GetTypeByMetadataName("JoinSets.JoinSet`1");
        return set is null && setOfT is null
            ? null
            : new KnownSymbols(set, setOfT);
    }

    /// <summary>Whether plain tasks, threads and timers are judged, too, in files that ask for it.</summary>
    internal bool ChecksHops { get; private set; }

    /// <summary>The known types of a compilation in which more than sets is judged: it may reference none.</summary>
    internal static KnownSymbols WithHops(Compilation compilation)
    {
        KnownSymbols symbols = In(compilation) ?? new KnownSymbols(set: null, setOfT: null);
        symbols.ChecksHops = true;
        return symbols;
    }

    internal bool IsSet(ITypeSymbol? type)
        => type is INamedTypeSymbol && (Same(type.OriginalDefinition, _set) || Same(type.OriginalDefinition, _setOfT));

    /// <summary>Whether a value of this type is waited for by await.</summary>
    internal static bool IsAwaitable(ITypeSymbol type)
        => type is INamedTypeSymbol { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } };

    /// <summary>Whether a call of this method never returns.</summary>
    internal static bool NeverReturns(IMethodSymbol method)
        => EndsProcess(method) || method.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "DoesNotReturnAttribute" });

    /// <summary>Whether a call of this method ends the process: no path goes on from there, not even by an exception.</summary>
    internal static bool EndsProcess(IMethodSymbol method)
        => method is { Name: "Exit" or "FailFast", ContainingType: { Name: "Environment", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>Whether this is a method of the framework that looks at its arguments and keeps none of them.</summary>
    internal static bool OnlyLooks(IMethodSymbol method)
        => method is { Name: "KeepAlive", ContainingType.Name: "GC" } or { Name: "ThrowIfNull", ContainingType.Name: "ArgumentNullException" }
            or { Name: "ReferenceEquals", ContainingType.SpecialType: SpecialType.System_Object };

    /// <summary>Whether this returns at once and changes nothing that a loop could wait for: messages, checks of a token.</summary>
    internal static bool EndsNoWait(IMethodSymbol method)
        => method is { Name: "ThrowIfCancellationRequested", ContainingType.Name: "CancellationToken" }
            || method.ContainingType is { Name: "Console" or "Debug" or "Trace" } && method.Name.StartsWith("Write", StringComparison.Ordinal)
            || method.ContainingType is { Name: "LoggerExtensions", ContainingNamespace.Name: "Logging" };

    private static bool Same(ITypeSymbol type, INamedTypeSymbol? known)
        => known is not null && SymbolEqualityComparer.Default.Equals(type, known);
}
