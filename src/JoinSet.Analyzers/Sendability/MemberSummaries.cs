using System.Collections.Concurrent;
using JoinSets.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sendability;

/// <summary>What the members of types in source do to their object, or to a parameter, found in their text.</summary>
/// <remarks>Thread safety: may be asked by several threads; two may work out the same summary, which is then the same.</remarks>
internal sealed class MemberSummaries(MemberEffects effects, SourceModels models)
{
    /// <summary>The longest body that is read, in characters: a shared object with a longer one is a program of its own.</summary>
    private const int MostText = 12_000;

    private readonly ConcurrentDictionary<ISymbol, MemberEffect> _known = new(SymbolEqualityComparer.Default);

    internal MemberEffect OfMember(ISymbol member, ITypeSymbol receiver, bool isWrite, Question question) => member switch
    {
        IPropertySymbol property => OfProperty(property, receiver, isWrite, question),
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.PropertyGet or MethodKind.PropertySet } method => OfMethod(method, receiver, question),
        _ => MemberEffect.Unknown,
    };

    /// <summary>What the method does to the object that it is given in this parameter.</summary>
    internal MemberEffect OfParameter(IMethodSymbol method, IParameterSymbol parameter, Question question)
    {
        IMethodSymbol definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return IsCertain(definition, definition.ContainingType)
            ? Kept(parameter.OriginalDefinition, definition, question)
            : MemberEffect.Unknown;
    }

    private MemberEffect OfProperty(IPropertySymbol property, ITypeSymbol receiver, bool isWrite, Question question)
    {
        IMethodSymbol? accessor = isWrite ? property.SetMethod : property.GetMethod;
        if (accessor is null || property.IsAbstract)
        {
            return MemberEffect.Unknown;
        }

        return isWrite && accessor.IsInitOnly ? MemberEffect.None
            : IsAuto(property) ? isWrite ? MemberEffect.Writes : MemberEffect.Reads
            : OfMethod(accessor, receiver, question);
    }

    private MemberEffect OfMethod(IMethodSymbol method, ITypeSymbol receiver, Question question)
    {
        IMethodSymbol definition = method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;
        if (definition.IsReadOnly || (definition.IsImplicitlyDeclared && !definition.IsAbstract))
        {
            return MemberEffect.Reads;
        }

        return IsCertain(definition, receiver.OriginalDefinition) ? Kept(definition, definition, question) : MemberEffect.Unknown;
    }

    private MemberEffect Kept(ISymbol root, IMethodSymbol method, Question question)
    {
        if (_known.TryGetValue(root, out MemberEffect known))
        {
            return known;
        }

        if (!question.TryEnter(out bool wasCut))
        {
            return MemberEffect.Unknown;
        }

        MemberEffect effect = Summarize(root, method, question);
        bool isCertain = effect is MemberEffect.Writes || !question.WasCut;
        question.Leave(wasCut);
        if (isCertain || question.IsOutermost)
        {
            _known.TryAdd(root, effect);
        }

        return effect;
    }

    private MemberEffect Summarize(ISymbol root, IMethodSymbol method, Question question)
        => BodyOf(method) is { } body && !Synchronization.IsUsedIn(body.Syntax)
            ? new ObjectUses(root, effects, question).EffectOf(body)
            : MemberEffect.Unknown;

    private IOperation? BodyOf(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences.Length != 1)
        {
            return null;
        }

        SyntaxNode syntax = method.DeclaringSyntaxReferences[0].GetSyntax();
        return models.Compilation.ContainsSyntaxTree(syntax.SyntaxTree) && syntax.Span.Length <= MostText && SyntaxDepth.IsSane(syntax)
            ? models.Of(syntax.SyntaxTree).GetOperation(syntax)
            : null;
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
