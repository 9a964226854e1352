using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sendability;

/// <summary>What is said of a type, without a look at what it holds: by a setting, an attribute, its documentation, or the language.</summary>
/// <remarks>Thread safety: immutable.</remarks>
internal sealed class TypeStatements(SendSettings settings)
{
    internal const string NotForSeveral = "is not safe for several threads at once (documented)";
    internal const string MarkedNot = "is marked [NotSendable]";

    private const string BoundToOne = "belongs to one thread or request (documented)";

    /// <summary>Null: nobody says anything.</summary>
    internal Verdict? About(INamedTypeSymbol type)
        => FromSettings(type) ?? FromAttributes(type) ?? FromLanguage(type) ?? FromDocumentation(type);

    private Verdict? FromSettings(INamedTypeSymbol type)
    {
        string name = MetadataNames.Of(type);
        if (settings.IsNotSendable(name))
        {
            return Verdict.Marked(TypeNames.Of(type), $"is listed in {SendSettings.NotSendableKey}");
        }

        return settings.IsSendable(name) ? Verdict.Vouched : null;
    }

    private static Verdict? FromAttributes(INamedTypeSymbol type) => Annotations.IsSendable(type.OriginalDefinition) switch
    {
        true => Verdict.Vouched,
        false => Verdict.Marked(TypeNames.Of(type), MarkedNot),
        null => null,
    };

    private static Verdict? FromLanguage(INamedTypeSymbol type)
    {
        if (type.TypeKind is TypeKind.Enum)
        {
            return Verdict.Immutable;
        }

        if (type.TypeKind is TypeKind.Delegate or TypeKind.Error)
        {
            return Verdict.Unknown;
        }

        return type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_String
            or (>= SpecialType.System_SByte and <= SpecialType.System_Double)
            or SpecialType.System_IntPtr or SpecialType.System_UIntPtr
            ? Verdict.Immutable
            : null;
    }

    private static Verdict? FromDocumentation(INamedTypeSymbol type)
    {
        if (SendTable.RowOf(type) is not { } row)
        {
            return null;
        }

        return row.Class switch
        {
            SendClass.Immutable => Verdict.Immutable,
            SendClass.Synchronized => Verdict.Synchronized,
            SendClass.ReadShareable or SendClass.Exclusive => Verdict.Stated(row.Class, TypeNames.Of(type), NotForSeveral),
            SendClass.Bound => Verdict.Stated(row.Class, TypeNames.Of(type), BoundToOne),
            _ => Verdict.Unknown,
        };
    }
}
