using System.Collections.Concurrent;
using JoinSets.Analyzers.Typestate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sendability;

/// <summary>What the members of types in source do to their object, or to a parameter, found in their text.</summary>
/// <remarks>Thread safety: may be asked by several threads; two may work out the same summary, which is then the same.</remarks>
internal sealed class MemberSummaries(MemberEffects effects, Compilation compilation)
{
    /// <summary>A method that calls a method that calls a method: beyond, nothing is known. It cuts recursion, too.</summary>
    private const int MostDepth = 4;

    private readonly ConcurrentDictionary<ISymbol, MemberEffect> _known = new(SymbolEqualityComparer.Default);

    internal MemberEffect OfMember(ISymbol member, ITypeSymbol receiver, bool isWrite, int depth) => member switch
    {
        IPropertySymbol property => OfProperty(property, receiver, isWrite, depth),
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.PropertyGet or MethodKind.PropertySet } method => OfMethod(method, receiver, depth),
        _ => MemberEffect.Unknown,
    };

    /// <summary>What the method does to the object that it is given in this parameter.</summary>
    internal MemberEffect OfParameter(IMethodSymbol method, IParameterSymbol parameter, int depth)
    {
        IMethodSymbol definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return IsCertain(definition, definition.ContainingType)
            ? Kept(parameter.OriginalDefinition, definition, depth)
            : MemberEffect.Unknown;
    }

    private MemberEffect OfProperty(IPropertySymbol property, ITypeSymbol receiver, bool isWrite, int depth)
    {
        IMethodSymbol? accessor = isWrite ? property.SetMethod : property.GetMethod;
        if (accessor is null || property.IsAbstract)
        {
            return MemberEffect.Unknown;
        }

        return isWrite && accessor.IsInitOnly ? MemberEffect.None
            : IsAuto(property) ? isWrite ? MemberEffect.Writes : MemberEffect.Reads
            : OfMethod(accessor, receiver, depth);
    }

    private MemberEffect OfMethod(IMethodSymbol method, ITypeSymbol receiver, int depth)
    {
        IMethodSymbol definition = method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;
        if (definition.IsReadOnly || (definition.IsImplicitlyDeclared && !definition.IsAbstract))
        {
            return MemberEffect.Reads;
        }

        return IsCertain(definition, receiver.OriginalDefinition) ? Kept(definition, definition, depth) : MemberEffect.Unknown;
    }

    private MemberEffect Kept(ISymbol root, IMethodSymbol method, int depth)
    {
        if (_known.TryGetValue(root, out MemberEffect known))
        {
            return known;
        }

        if (depth >= MostDepth)
        {
            return MemberEffect.Unknown;
        }

        MemberEffect effect = Summarize(root, method, depth + 1);
        if (depth == 0 || effect is MemberEffect.Writes)
        {
            _known.TryAdd(root, effect); // deeper ones may have been cut short
        }

        return effect;
    }

    private MemberEffect Summarize(ISymbol root, IMethodSymbol method, int depth)
        => BodyOf(method) is { } body && !Synchronization.IsUsedIn(body.Syntax)
            ? new ObjectUses(root, effects, depth).EffectOf(body)
            : MemberEffect.Unknown;

    private IOperation? BodyOf(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences.Length != 1)
        {
            return null;
        }

        SyntaxNode syntax = method.DeclaringSyntaxReferences[0].GetSyntax();
        if (!compilation.ContainsSyntaxTree(syntax.SyntaxTree) || !SyntaxDepth.IsSane(syntax))
        {
            return null;
        }

#pragma warning disable RS1030 // the member may stand in another tree; only members that tasks use of shared objects are asked for, once each
        return compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax);
#pragma warning restore RS1030
    }

    /// <summary>Whether a call of the method runs this very text.</summary>
    private static bool IsCertain(IMethodSymbol method, ITypeSymbol receiver)
    {
        bool mayBeAnother = method.IsVirtual || method.IsOverride;
        return !method.IsAbstract && !method.IsExtern && !(mayBeAnother && !method.IsSealed && !receiver.IsSealed && !receiver.IsValueType);
    }

    private static bool IsAuto(IPropertySymbol property) => property.DeclaringSyntaxReferences.All(static reference => reference.GetSyntax() switch
    {
        PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors } => accessors.Accessors.All(static accessor => accessor.Body is null && accessor.ExpressionBody is null),
        ParameterSyntax => true,
        _ => false,
    });
}
