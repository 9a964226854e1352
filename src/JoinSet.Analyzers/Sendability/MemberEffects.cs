using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sendability;

/// <summary>What a use of an object does to it: by the tables, by the class of its type, or by a look at the source of the member.</summary>
/// <remarks>Thread safety: may be asked by several threads.</remarks>
internal sealed partial class MemberEffects
{
    private static readonly HashSet<string> s_endings = new(StringComparer.Ordinal) { "Dispose", "DisposeAsync", "Close", "CloseAsync" };

    private readonly SendVerdicts _verdicts;
    private readonly Compilation _compilation;
    private readonly MemberSummaries _summaries;

    internal MemberEffects(SendVerdicts verdicts, SourceModels models)
    {
        _verdicts = verdicts;
        _compilation = models.Compilation;
        _summaries = new MemberSummaries(this, models);
    }

    internal SendVerdicts Verdicts => _verdicts;

    internal MemberEffect Of(ISymbol member, ITypeSymbol receiver, bool isWrite, Question question)
    {
        if (member is IMethodSymbol { IsExtensionMethod: true } extension)
        {
            return OnArgument((extension.ReducedFrom ?? extension).Parameters[0], receiver, question);
        }

        if (member.IsStatic || member.Name is "SyncRoot" or "IsSynchronized")
        {
            return MemberEffect.None;
        }

        if (ImplementationOf(member, receiver) is { } implementation)
        {
            return Of(implementation, receiver, isWrite, question);
        }

        if (member is IFieldSymbol field)
        {
            return OfField(field, isWrite);
        }

        Verdict verdict = _verdicts.Of(receiver);
        if (verdict.IsMarked)
        {
            return MemberEffect.Writes;
        }

        if (IsEnding(member))
        {
            return MemberEffect.Unknown;
        }

        MemberEffect effect = IsSeen(member)
            ? _summaries.OfMember(member, receiver, isWrite, question)
            : OfTables(member, isWrite) ?? OfClass(member, receiver, verdict, isWrite);
        return verdict.Class is SendClass.Exclusive ? OfExclusive(member, effect) : effect;
    }

    internal MemberEffect OfEnumerating(ITypeSymbol receiver)
    {
        Verdict verdict = _verdicts.Of(receiver);
        if (verdict.Safety is Safety.Safe || receiver is IArrayTypeSymbol || GuardsItself(receiver))
        {
            return MemberEffect.Reads;
        }

        return verdict.Safety is Safety.Unknown ? MemberEffect.Unknown
            : verdict.Class is SendClass.Exclusive or SendClass.Bound ? MemberEffect.Writes
            : verdict.IsStated ? MemberEffect.Reads
            : MemberEffect.Unknown;
    }

    /// <summary>Who ends the life of an object that others use does worse than to change it, and that is another rule's business.</summary>
    private static bool IsEnding(ISymbol member) => member is IMethodSymbol && s_endings.Contains(member.Name);

    private static MemberEffect OfField(IFieldSymbol field, bool isWrite)
        => field.IsConst ? MemberEffect.None : isWrite ? MemberEffect.Writes : MemberEffect.Reads;

    // The rows tell of getters what they do; only of a property that anybody may use do they tell both.
    private static MemberEffect? OfTables(ISymbol member, bool isWrite)
        => EffectTable.EffectOf(member) is { } effect && (effect is MemberEffect.None || !isWrite || member is not IPropertySymbol) ? effect : null;

    private static MemberEffect OfClass(ISymbol member, ITypeSymbol receiver, Verdict verdict, bool isWrite)
    {
        if (verdict.Safety is Safety.Safe || GuardsItself(receiver))
        {
            return MemberEffect.Reads;
        }

        return verdict.Class switch
        {
            SendClass.ReadShareable when member is IPropertySymbol && (IsOfTables(member) || receiver is INamedTypeSymbol named && SendTable.RowOf(named) is not null) => isWrite ? MemberEffect.Writes : MemberEffect.Reads,
            SendClass.Exclusive or SendClass.Bound => OfExclusiveClass(member, isWrite),
            _ => MemberEffect.Unknown,
        };
    }

    /// <summary>Of what only one may use at a time, a getter tells nothing, unless it gives a part that is of the same kind.</summary>
    private MemberEffect OfExclusive(ISymbol member, MemberEffect effect)
        => member is IPropertySymbol property && _verdicts.Of(property.Type).Class is SendClass.Exclusive ? MemberEffect.Writes
            : effect is MemberEffect.Reads ? MemberEffect.Unknown
            : effect;

    private static MemberEffect OfExclusiveClass(ISymbol member, bool isWrite) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary } => MemberEffect.Writes,
        IPropertySymbol { IsIndexer: false } => isWrite ? MemberEffect.Writes : MemberEffect.Reads,
        IPropertySymbol => MemberEffect.Writes,
        _ => MemberEffect.Unknown,
    };

    /// <summary>Whether the member comes with a type that the tables know, rather than with something derived from it that nobody has seen.</summary>
    private static bool IsOfTables(ISymbol member)
    {
        for (INamedTypeSymbol? type = member.ContainingType; type is not null; type = type.BaseType)
        {
            if (SendTable.RowOf(type) is { Class: not SendClass.Unknown })
            {
                return true;
            }
        }

        return member.ContainingType is { TypeKind: TypeKind.Interface } or { SpecialType: SpecialType.System_Array };
    }

    /// <summary>Whether the object takes care of itself, whatever may be in it: the dictionary is one question, the lists in it are another.</summary>
    private static bool GuardsItself(ITypeSymbol type)
        => type is INamedTypeSymbol named && SendTable.RowOf(named) is { Class: SendClass.Immutable or SendClass.Synchronized };

    /// <summary>The member in source that a call through an interface runs, where the type of the object is known.</summary>
    private ISymbol? ImplementationOf(ISymbol member, ITypeSymbol receiver)
        => member.ContainingType is { TypeKind: TypeKind.Interface } && receiver.TypeKind is TypeKind.Class or TypeKind.Struct
            && receiver.FindImplementationForInterfaceMember(member) is { } implementation && IsSeen(implementation)
            && !SymbolEqualityComparer.Default.Equals(implementation, member)
            ? implementation
            : null;

    private bool IsSeen(ISymbol member)
        => SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, _compilation.Assembly)
            && member.ContainingType is { } type && SendTable.RowOf(type) is null;
}
