using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Sendability;

/// <summary>May this value be shared by tasks, and what does this use do to it? Worked out when somebody asks, and kept as long as the compilation.</summary>
/// <remarks>Thread safety: may be asked by several threads; two may work out the same answer, which is then the same.</remarks>
internal sealed class SendVerdicts
{
    private static readonly ConditionalWeakTable<Compilation, ConditionalWeakTable<AnalyzerConfigOptionsProvider, SendVerdicts>> s_known = new();

    private readonly ConcurrentDictionary<ITypeSymbol, Verdict> _verdicts = new(SymbolEqualityComparer.Default);
    private readonly SourceModels _models;
    private readonly SendSettings _settings;
    private readonly MemberEffects _effects;

    internal SendVerdicts(Compilation compilation, SendSettings settings)
    {
        _models = SourceModels.In(compilation);
        _settings = settings;
        _effects = new MemberEffects(this, _models);
    }

    /// <summary>The verdicts of this compilation: the same for every rule that asks.</summary>
    internal static SendVerdicts For(Compilation compilation, AnalyzerConfigOptionsProvider options) => s_known
        .GetOrCreateValue(compilation)
        .GetValue(options, provider => new SendVerdicts(compilation, SendSettings.In(compilation, provider)));

    internal Verdict Of(ITypeSymbol type)
    {
        if (_verdicts.TryGetValue(type, out Verdict? known))
        {
            return known;
        }

        var judge = new TypeJudge(_models, _settings, Known);
        Verdict verdict = judge.Judge(type);
        foreach (KeyValuePair<ITypeSymbol, Verdict> certain in judge.CertainAfter(verdict))
        {
            _verdicts.TryAdd(certain.Key, certain.Value);
        }

        return _verdicts.GetOrAdd(type, verdict);
    }

    /// <summary>The verdict on what a member holds or gives: an attribute on it, or a row about the member itself, goes before its type.</summary>
    internal Verdict OfMember(ISymbol member) => Annotations.IsSendable(member) switch
    {
        true => Verdict.Vouched,
        false => Verdict.Marked(member.Name, TypeStatements.MarkedNot),
        null when SafeMembers.Contains(member) => Verdict.Synchronized,
        null => TypeOf(member) is { } type ? Of(type) : Verdict.Unknown,
    };

    /// <summary>Whether several threads may read a value of this type at once as long as nobody writes.</summary>
    internal bool ReadsAreSafe(ITypeSymbol type) => Of(type).ReadsAreSafe;

    /// <summary>What using a member does to the object it is used on.</summary>
    /// <param name="member">A method, property, indexer, field or event; an extension method is one of its receiver.</param>
    /// <param name="receiver">The type of the object, as exactly as it is known.</param>
    /// <param name="isWrite">Whether a property or field is given a value.</param>
    internal MemberEffect EffectOf(ISymbol member, ITypeSymbol receiver, bool isWrite = false) => _effects.Of(member, receiver, isWrite, new Question());

    /// <summary>What <c>foreach</c> over an object does to it.</summary>
    internal MemberEffect EffectOfEnumerating(ITypeSymbol receiver) => _effects.OfEnumerating(receiver);

    /// <summary>What passing an object as an argument does to it.</summary>
    internal MemberEffect EffectOnArgument(IParameterSymbol parameter, ITypeSymbol argument) => _effects.OnArgument(parameter, argument, new Question());

    private Verdict? Known(ITypeSymbol type) => _verdicts.TryGetValue(type, out Verdict? verdict) ? verdict : null;

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };
}
