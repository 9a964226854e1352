using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sendability;

/// <summary>What a value of a type in source keeps, its bases in source included.</summary>
/// <remarks>Thread safety: immutable.</remarks>
internal sealed class SourceState
{
    private SourceState(ImmutableArray<StateSlot> slots, TypeSource source, bool hasUnseenBase)
    {
        Slots = slots;
        Source = source;
        HasUnseenBase = hasUnseenBase;
    }

    internal ImmutableArray<StateSlot> Slots { get; }

    /// <summary>The text of the type and of its bases.</summary>
    internal TypeSource Source { get; }

    /// <summary>Whether a base may keep state that cannot be seen.</summary>
    internal bool HasUnseenBase { get; }

    /// <summary>Whether there is anything in the type that threads are kept apart with.</summary>
    internal bool IsSynchronized => Source.UsesSynchronization;

    /// <summary>Whether the whole type stands in this compilation. Types of other projects look different in the editor and in a build.</summary>
    internal static bool IsVisible(INamedTypeSymbol type, Compilation compilation)
        => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
            && type.DeclaringSyntaxReferences.Length > 0;

    /// <param name="type">A type that is visible.</param>
    /// <param name="models">Of the files in which it stands.</param>
    /// <param name="isVouchedFor">Whether somebody vouches for a base, so that what it keeps is no matter.</param>
    internal static SourceState Of(INamedTypeSymbol type, SourceModels models, Func<INamedTypeSymbol, bool> isVouchedFor)
    {
        var lineage = new List<INamedTypeSymbol>();
        INamedTypeSymbol? ancestor = type;
        bool isVouched = false;
        for (; ancestor is not null && IsVisible(ancestor, models.Compilation) && !isVouched; ancestor = ancestor.BaseType)
        {
            lineage.Add(ancestor);
            isVouched = ancestor.BaseType is { } next && isVouchedFor(next);
        }

        var source = new TypeSource(lineage, models);
        return new SourceState(lineage.SelectMany(each => SlotsOf(each, source)).ToImmutableArray(), source, !isVouched && !IsWithoutState(ancestor));
    }

    private static IEnumerable<StateSlot> SlotsOf(INamedTypeSymbol type, TypeSource source)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (!member.IsStatic && SlotOf(member, type, source) is { } slot)
            {
                yield return slot;
            }
        }

        foreach (IParameterSymbol parameter in source.CapturedParametersOf(type))
        {
            yield return new StateSlot(parameter, parameter.Name, parameter.Type, type.TypeKind is TypeKind.Class && source.IsWrittenLater(parameter));
        }
    }

    private static StateSlot? SlotOf(ISymbol member, INamedTypeSymbol type, TypeSource source) => member switch
    {
        IFieldSymbol { AssociatedSymbol: IPropertySymbol property } field => new StateSlot(property, property.Name, field.Type, CanBeWritten(property, type, source)),
        IFieldSymbol { IsConst: false, AssociatedSymbol: null, CanBeReferencedByName: true } field => new StateSlot(field, field.Name, field.Type, CanBeWritten(field, type, source)),
        IEventSymbol { AddMethod.IsImplicitlyDeclared: true } @event => new StateSlot(@event, @event.Name, @event.Type, canBeWritten: false),
        _ => null,
    };

    /// <summary>The fields of a struct are written as part of the variable that holds it, and that is another question.</summary>
    private static bool CanBeWritten(IFieldSymbol field, INamedTypeSymbol type, TypeSource source)
        => type.TypeKind is TypeKind.Class && !field.IsReadOnly
            && (field.DeclaredAccessibility is not Accessibility.Private || source.IsWrittenLater(field));

    private static bool CanBeWritten(IPropertySymbol property, INamedTypeSymbol type, TypeSource source)
        => type.TypeKind is TypeKind.Class && property.SetMethod is { IsInitOnly: false } setter
            && (setter.DeclaredAccessibility is not Accessibility.Private || source.IsWrittenLater(property));

    private static bool IsWithoutState(INamedTypeSymbol? type)
        => type is null or { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType }
            or { Name: "Attribute" or "EventArgs" or "MarshalByRefObject", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            || SendTable.RowOf(type) is { Class: SendClass.Immutable or SendClass.Synchronized };
}
