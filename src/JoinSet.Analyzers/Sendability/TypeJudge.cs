using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sendability;

/// <summary>
/// Works out one verdict: by what is said of the type, else by what it holds, down to the last field. A type that is met again on the
/// way is taken for safe: if it is not, that is found where it was met first, and everything on the way is told.
/// </summary>
/// <remarks>Thread safety: one question, one judge, one thread.</remarks>
internal sealed partial class TypeJudge(SourceModels models, SendSettings settings, Func<ITypeSymbol, Verdict?> known)
{
    private const int MostDepth = 8;
    private const int MostTypes = 150;

    private readonly Dictionary<ITypeSymbol, Verdict> _met = new(SymbolEqualityComparer.Default);
    private readonly TypeStatements _statements = new(settings);

    internal Verdict Judge(ITypeSymbol type) => Judge(type, depth: 0);

    /// <summary>What was found on the way to this answer and would be found again: the rest rests on types that were still open.</summary>
    internal IEnumerable<KeyValuePair<ITypeSymbol, Verdict>> CertainAfter(Verdict answer)
        => _met.Where(met => met.Value.Safety is Safety.Unsafe || (answer.Safety is Safety.Safe && met.Value.Safety is Safety.Safe));

    private Verdict Judge(ITypeSymbol type, int depth)
    {
        if (known(type) is { } before)
        {
            return before;
        }

        if (_met.TryGetValue(type, out Verdict? met))
        {
            return met;
        }

        if (depth > MostDepth || _met.Count > MostTypes)
        {
            return Verdict.Unknown;
        }

        _met[type] = Verdict.Immutable;
        return _met[type] = JudgeNew(type, depth);
    }

    private Verdict JudgeNew(ITypeSymbol type, int depth) => type switch
    {
        IArrayTypeSymbol => Verdict.Stated(SendClass.ReadShareable, TypeNames.Of(type), TypeStatements.NotForSeveral),
        ITypeParameterSymbol parameter => OfConstraints(parameter, depth),
        INamedTypeSymbol named => OfNamed(named, depth),
        _ => Verdict.Unknown,
    };

    /// <summary>A constraint can only condemn: what a type parameter stands for may hold more than its constraint shows.</summary>
    private Verdict OfConstraints(ITypeParameterSymbol parameter, int depth) => parameter.ConstraintTypes
        .Where(static constraint => constraint.TypeKind is TypeKind.Class)
        .Select(constraint => Judge(constraint, depth + 1))
        .FirstOrDefault(static verdict => verdict.Safety is Safety.Unsafe)
        ?? Verdict.Unknown;

    private Verdict OfNamed(INamedTypeSymbol type, int depth)
    {
        if (_statements.About(type) is { } stated)
        {
            return stated.Safety is Safety.Safe ? WithArguments(type, stated, depth) : stated;
        }

        if (type.IsTupleType || type.IsAnonymousType)
        {
            return OfParts(type, PartsOfStructuralType(type), depth);
        }

        return type.TypeKind is TypeKind.Class or TypeKind.Struct
            ? OfDeclared(type, depth)
            : Verdict.Unknown;
    }

    private Verdict OfDeclared(INamedTypeSymbol type, int depth)
    {
        Verdict? inherited = OfBase(type);
        if (!SourceState.IsVisible(type, models.Compilation))
        {
            return inherited ?? Verdict.Unknown;
        }

        SourceState state = SourceState.Of(type, models, ancestor => _statements.About(ancestor) is { IsVouchedFor: true });
        if (inherited is not null)
        {
            return state.IsSynchronized && !inherited.IsMarked ? Verdict.Unknown : inherited;
        }

        Verdict verdict = OfParts(type, state.Slots, depth);
        bool isSound = verdict.Safety is not Safety.Unsafe || !state.IsSynchronized;
        return isSound
            ? Weaken(verdict, state)
            : LockDiscipline.IsKept(state, slot => IsHazard(slot, depth)) ? Verdict.Synchronized : Verdict.Unknown;
    }

    /// <summary>What is said of a base is true of the type where it is bad; where it is good, the type may have spoiled it.</summary>
    private Verdict? OfBase(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (_statements.About(ancestor) is not { } verdict)
            {
                continue;
            }

            bool isInherited = verdict.Class is SendClass.Exclusive or SendClass.Bound || SourceState.IsVisible(type, models.Compilation);
            return verdict.Safety is Safety.Unsafe && isInherited ? verdict.For(TypeNames.Of(type))
                : verdict.Safety is Safety.Safe && SourceState.IsVisible(type, models.Compilation) ? null
                : Verdict.Unknown;
        }

        return null;
    }

    /// <summary>A container that never changes is as good as what it holds. One that several may change is, too, but what is taken out of it may have been handed over.</summary>
    private Verdict WithArguments(INamedTypeSymbol type, Verdict container, int depth)
    {
        foreach (ITypeSymbol argument in type.TypeArguments)
        {
            Verdict verdict = Judge(argument, depth + 1);
            if (verdict.Safety is Safety.Safe || container.IsVouchedFor)
            {
                continue;
            }

            return container.Class is SendClass.Immutable && verdict.Safety is Safety.Unsafe
                ? verdict.HeldBy(TypeNames.Of(type))
                : Verdict.Unknown;
        }

        return container;
    }
}
