using JoinSets.Analyzers.Sendability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sharing;

/// <summary>Which set an expression means, by the variable that holds it.</summary>
internal static class SetNames
{
    /// <summary>The local, parameter, field or property that holds the set; null where it comes out of anything else.</summary>
    internal static ISymbol? SetOf(IOperation? set, BodyCode body) => set is null ? null : BodyCode.Plain(set) switch
    {
        ILocalReferenceOperation local => RootOf(local.Local, body),
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        IConditionalAccessInstanceOperation access => AccessedBy(access, body),
        _ => null,
    };

    /// <summary>The same for a piece of source.</summary>
    internal static ISymbol? SetAt(ExpressionSyntax set, BodyCode body) => body.ModelOf(set).GetSymbolInfo(set).Symbol switch
    {
        ILocalSymbol local => RootOf(local, body),
        (IParameterSymbol or IFieldSymbol or IPropertySymbol) and var symbol => symbol,
        _ => null,
    };

    /// <summary>Whether the set was made, in sight, to run one task at a time.</summary>
    internal static bool IsSerial(ISymbol set, BodyCode body) => body.OnlyValueOf(set) is { } made
        ? IsSerial(BodyCode.Plain(made), body)
        : IsMember(set) && MemberValues.Seen(set, body.Compilation).Any(value => IsSerial(value, body));

    private static bool IsMember(ISymbol? symbol) => symbol is IFieldSymbol or IPropertySymbol;

    private static ISymbol RootOf(ISymbol local, BodyCode body)
    {
        ISymbol root = body.RootOf(local);
        return body.OnlyValueOf(root) is { } value && BodyCode.Plain(value) is IFieldReferenceOperation field ? field.Field : root;
    }

    private static ISymbol? AccessedBy(IConditionalAccessInstanceOperation instance, BodyCode body)
    {
        for (IOperation? at = instance.Parent; at is not null; at = at.Parent)
        {
            if (at is IConditionalAccessOperation access)
            {
                return SetOf(access.Operation, body);
            }
        }

        return null;
    }

    private static bool IsSerial(IOperation made, BodyCode body)
    {
        if (made is not IObjectCreationOperation { Arguments: { Length: 1 } arguments })
        {
            return false;
        }

        return OptionsIn(arguments[0].Value, body) is IObjectCreationOperation { Initializer: { } initializer }
            && initializer.Initializers.OfType<ISimpleAssignmentOperation>().Any(static assignment
                => assignment.Target is IPropertyReferenceOperation { Property.Name: "MaxConcurrency" } && BodyCode.Plain(assignment.Value).ConstantValue is { HasValue: true, Value: 1 });
    }

    private static IOperation OptionsIn(IOperation given, BodyCode body)
    {
        IOperation options = BodyCode.Plain(given);
        IOperation? value = UseReader.VariableOf(options) switch
        {
            (IFieldSymbol or IPropertySymbol) and { } member when MemberValues.Seen(member, body.Compilation) is { Count: 1 } values => body.ModelOf(values[0]).GetOperation(values[0]),
            { } variable => body.OnlyValueOf(variable),
            null => null,
        };
        return value is null ? options : BodyCode.Plain(value);
    }

    // A field's set is made elsewhere in its type.
    private static bool IsSerial(ExpressionSyntax made, BodyCode body)
        => body.ModelOf(made).GetOperation(made) is { } operation && IsSerial(BodyCode.Plain(operation), body);
}
