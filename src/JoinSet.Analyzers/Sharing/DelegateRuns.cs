using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using JoinSets.Analyzers.Sendability;

namespace JoinSets.Analyzers.Sharing;

/// <summary>
/// Whether whoever is given a delegate is known to run it as it is: at once, when its results are asked for, or on another thread of
/// the pool. Anybody else may take a lock around it, or hand it to a thread of his own.
/// </summary>
internal static class DelegateRuns
{
    /// <param name="argument">The delegate, as it is given.</param>
    /// <param name="checksHops">Whether plain tasks are judged: what continues one of them comes after it.</param>
    internal static bool AreKnown(IArgumentOperation argument, bool checksHops)
        => argument is { Parameter: { ContainingSymbol: IMethodSymbol method } parameter }
            && (IsOfFramework(method) || IsOnlyInvoked(parameter, method))
            && !(checksHops && method.Name is "ContinueWith");

    private static bool IsOfFramework(IMethodSymbol method) => method.ContainingNamespace?.ToDisplayString() is { } space
        && (space is "System.Linq" or "System.Text.RegularExpressions"
            || space.StartsWith("System.Collections", StringComparison.Ordinal)
            || (space == "System" && method.ContainingType.Name is "Array" or "MemoryExtensions" or "String")
            || (space == "System.Threading" && method.ContainingType.Name is "ThreadPool")
            || (space == "System.Threading.Tasks" && method.ContainingType.Name is "Parallel" || IsOnPool(method)));

    // A factory, and a continuation, may have a scheduler of its own.
    private static bool IsOnPool(IMethodSymbol method)
        => method.ContainingNamespace is { Name: "Tasks", ContainingNamespace.Name: "Threading" }
            && method.ContainingType.Name is "Task" or "TaskFactory"
            && !method.Parameters.Any(static parameter => parameter.Type.Name is "TaskScheduler");

    /// <summary>A function in source that does nothing with the delegate but call it, and knows nothing of locks.</summary>
    private static bool IsOnlyInvoked(IParameterSymbol parameter, IMethodSymbol method)
    {
        IMethodSymbol definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return definition is { IsVirtual: false, IsOverride: false, IsAbstract: false, DeclaringSyntaxReferences.Length: 1 }
            && definition.ContainingType is not { TypeKind: TypeKind.Interface }
            && definition.DeclaringSyntaxReferences[0].GetSyntax() is { } source
            && !Synchronization.IsUsedIn(source)
            && source.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == parameter.Name).ToList() is { Count: > 0 } mentions
            && mentions.TrueForAll(IsCalled)
            && !source.DescendantNodes().OfType<SimpleNameSyntax>().Any(static name => LockMembers.Takes(name.Identifier.ValueText));
    }

    private static bool IsCalled(IdentifierNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax call => call.Expression == name,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke", Parent: InvocationExpressionSyntax } access => access.Expression == name,
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Invoke" } } } access => access.Expression == name,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ThrowIfNull" } } } => true,
        _ => false,
    };
}
