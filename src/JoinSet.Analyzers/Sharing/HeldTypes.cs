using JoinSets.Analyzers.Sendability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sharing;

/// <summary>
/// What a variable holds, where its type is an interface or a base class and everything that it is ever given can be seen:
/// <c>IList&lt;int&gt; list = new List&lt;int&gt;();</c>
/// </summary>
internal sealed class HeldTypes(BodyCode body, SendVerdicts verdicts)
{
    private const int MostSteps = 6;

    /// <summary>Of several the most harmless: what is said of it is true of all. The declared type where some value cannot be seen.</summary>
    internal ITypeSymbol? Of(ISymbol variable, ITypeSymbol? declared)
    {
        if (declared is not { IsReferenceType: true } or { IsSealed: true } or IArrayTypeSymbol)
        {
            return declared;
        }

        var types = new List<ITypeSymbol>();
        return TryAdd(body.RootOf(variable), types, steps: 0) && types.Count > 0
            ? types.OrderBy(type => HarmOf(verdicts.Of(type))).First()
            : declared;
    }

    private static int HarmOf(Verdict verdict) => verdict.Safety switch
    {
        Safety.Safe => 0,
        Safety.Unknown => 1,
        _ => verdict.ReadsAreSafe ? 2 : 3,
    };

    private bool TryAdd(ISymbol variable, List<ITypeSymbol> types, int steps)
    {
        if (steps > MostSteps || body.Leaked.Contains(variable))
        {
            return false;
        }

        return variable is ILocalSymbol { IsRef: false }
            ? body.Values.TryGetValue(variable, out List<IOperation>? values) && values.TrueForAll(value => TryAdd(value, types, steps + 1))
            : variable is IFieldSymbol or IPropertySymbol && MemberValues.All(variable, body.Compilation) is { Count: > 0 } given && given.All(value => TryAdd(value, types, steps + 1));
    }

    private bool TryAdd(ExpressionSyntax value, List<ITypeSymbol> types, int steps)
        => body.ModelOf(value).GetOperation(value) is { } operation && TryAdd(operation, types, steps);

    private bool TryAdd(IOperation value, List<ITypeSymbol> types, int steps)
    {
        IOperation plain = BodyCode.Plain(value);
        return steps <= MostSteps && plain switch
        {
            IThrowOperation or { ConstantValue: { HasValue: true, Value: null } } => true,
            IObjectCreationOperation { Type: { } made } => Add(made),
            IConditionalOperation { WhenFalse: { } other } choice => TryAdd(choice.WhenTrue, types, steps + 1) && TryAdd(other, types, steps + 1),
            ISwitchExpressionOperation choice => choice.Arms.All(arm => TryAdd(arm.Value, types, steps + 1)),
            ILocalReferenceOperation { Local: var local } => TryAdd(local, types, steps + 1),
            { Syntax: CollectionExpressionSyntax collection } => ListFor(collection) is { } list && Add(list),
            IInvocationOperation { TargetMethod: var method } when SafeMembers.Contains(method) => false,
            IInvocationOperation { Type: { TypeKind: TypeKind.Class, IsAbstract: false } result } => Add(result),
            _ => false,
        };

        bool Add(ITypeSymbol type)
        {
            types.Add(type);
            return true;
        }
    }

    // The compiler makes a List<T> of [] for IList<T> and ICollection<T>.
    private INamedTypeSymbol? ListFor(CollectionExpressionSyntax collection)
        => body.ModelOf(collection).GetTypeInfo(collection).ConvertedType is INamedTypeSymbol { TypeKind: TypeKind.Interface, Name: "IList" or "ICollection", TypeArguments: { Length: 1 } arguments }
            ? body.Compilation.GetTypeByMetadataName("System.Collections.Generic.List`1")?.Construct(arguments[0])
            : null;
}
