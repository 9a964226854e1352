using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Gathering;

/// <summary>The values that are added, and their types.</summary>
internal sealed partial class ContributionReader
{
    private static readonly HashSet<string> s_adding = ["Add", "AddLast", "AddFirst", "Enqueue", "Push", "Append", "AppendLine"];

    private Contribution? ReadCall(LastAct act, MemberAccessExpressionSyntax access, InvocationExpressionSyntax call)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        string member = access.Name.Identifier.ValueText;
        if (model.GetSymbolInfo(call).Symbol is not IMethodSymbol { IsExtensionMethod: false } method
            || !(s_adding.Contains(member) || (member is "TryAdd" && act.IsStatement))
            || !(act.IsStatement || method.ReturnsVoid || access.Parent == act.Node)
            || arguments.Count is not (1 or 2)
            || arguments.Any(static argument => argument.NameColon is not null || !argument.RefKindKeyword.IsKind(SyntaxKind.None)))
        {
            return null;
        }

        string fold = $"{_name}.{access.Name}({(arguments.Count == 1 ? "{0}" : "{0}, {1}")});";
        string? bulk = (type.Name, member) switch
        {
            ("List", "Add") => "AddRange",
            ("HashSet" or "SortedSet", "Add") => "UnionWith",
            _ => null,
        };
        return arguments.Count == 1
            ? Of(act, arguments[0].Expression, fold, method.Parameters[0].Type, bulk: bulk, isGiven: method.Parameters[0].Type is not INamedTypeSymbol { IsRefLikeType: true } && !IsHandler(method))
            : Of(act, arguments[0].Expression, arguments[1].Expression, method.Parameters[0].Type, method.Parameters[1].Type, fold);
    }

    // sb.Append($"…") takes the parts of the text one by one; what the task gives is the text.
    private static bool IsHandler(IMethodSymbol method) => method.Parameters[0].Type.Name.EndsWith("InterpolatedStringHandler", StringComparison.Ordinal);

    private Contribution? ReadEntry(LastAct act, ExpressionSyntax key, AssignmentExpressionSyntax assignment)
        => assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
            && model.GetSymbolInfo(assignment.Left).Symbol is IPropertySymbol { IsIndexer: true, Parameters: { Length: 1 } parameters } indexer
            && type.Name.EndsWith("Dictionary", StringComparison.Ordinal) | type.Name is "SortedList"
                ? Of(act, key, assignment.Right, parameters[0].Type, indexer.Type, $"{_name}[{{0}}] = {{1}};")
                : null;

    private Contribution? Of(LastAct act, ExpressionSyntax value, string fold, ITypeSymbol wanted, string? bulk = null, bool isGiven = false)
        => TypeFor(value, wanted, isGiven) is { } result && !Mentions(value) ? new Contribution(act, [value], result, fold, bulk) : null;

    private Contribution? Of(LastAct act, ExpressionSyntax key, ExpressionSyntax value, ITypeSymbol keyType, ITypeSymbol valueType, string fold)
        => TypeFor(key, keyType, isGiven: true) is { } first && TypeFor(value, valueType, isGiven: true) is { } second && !Mentions(key) && !Mentions(value)
            ? new Contribution(act, [key, value], $"({first} Key, {second} Value)", fold)
            : null;

    // What is given to something of the wanted type is of that type; what is only added to it has its own, unless it is a constant, which fits as it is.
    private string? TypeFor(ExpressionSyntax value, ITypeSymbol wanted, bool isGiven)
    {
        TypeInfo known = model.GetTypeInfo(value);
        if (!isGiven && model.GetConstantValue(value).HasValue && known.Type is { IsValueType: true } && wanted.IsValueType)
        {
            isGiven = true;
        }

        ITypeSymbol? result = isGiven ? wanted : known.Type;
        if (result is null or { TypeKind: TypeKind.Error or TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic } or { IsAnonymousType: true } or { IsRefLikeType: true })
        {
            return null;
        }

        bool isNeverNull = result.IsReferenceType && known.Nullability.FlowState is NullableFlowState.NotNull;
        return NameOf(isNeverNull && target is ILocalSymbol && isGiven && SymbolEqualityComparer.Default.Equals(result, type) ? result.WithNullableAnnotation(NullableAnnotation.NotAnnotated)
            : isGiven ? result
            : result.WithNullableAnnotation(known.Nullability.FlowState is NullableFlowState.MaybeNull && result.IsReferenceType ? NullableAnnotation.Annotated : result.IsReferenceType ? NullableAnnotation.NotAnnotated : result.NullableAnnotation));
    }

    private bool Mentions(ExpressionSyntax value) => value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(IsTarget);

    private string NameOf(ITypeSymbol result) => result.ToMinimalDisplayString(model, target.Locations[0].SourceSpan.Start);
}
