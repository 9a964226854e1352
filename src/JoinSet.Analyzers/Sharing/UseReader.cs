using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sharing;

/// <summary>Tells what a mention does to its variable, by what stands around it.</summary>
internal static class UseReader
{
    /// <summary>The variable that an operation mentions: a local, a parameter, a field or automatic property of <c>this</c>, or a static one in source.</summary>
    internal static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }, Field.IsConst: false } field => field.Field,
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } property when IsAutomatic(property.Property) => property.Property,
        IFieldReferenceOperation { Instance: null, Field: { IsStatic: true, IsConst: false } shared } when IsOfAllThreads(shared) => shared,
        IPropertyReferenceOperation { Instance: null, Property: { IsStatic: true, DeclaringSyntaxReferences.Length: > 0 } shared } when IsAutomatic(shared) => shared,
        _ => null,
    };

    internal static UseKind KindOf(IOperation reference)
    {
        IOperation whole = WholeOf(reference);
        return whole.Parent switch
        {
            INameOfOperation => UseKind.None,
            ISimpleAssignmentOperation assignment when assignment.Target == whole => assignment.IsRef ? UseKind.Leaks : UseKind.Write,
            ISimpleAssignmentOperation { IsRef: true } => UseKind.Leaks,
            ICompoundAssignmentOperation or ICoalesceAssignmentOperation or IAssignmentOperation
                when ((IAssignmentOperation)whole.Parent).Target == whole && whole.Parent is not IDeconstructionAssignmentOperation => UseKind.Read | UseKind.Write,
            IIncrementOrDecrementOperation => UseKind.Read | UseKind.Write,
            IDeconstructionAssignmentOperation deconstruction when deconstruction.Target == whole => UseKind.Write,
            IArgumentOperation argument => OfArgument(argument),
            IAddressOfOperation => UseKind.Leaks,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => UseKind.Leaks,
            ITupleOperation tuple when IsDeconstructed(tuple) => UseKind.Write,
            _ => UseKind.Read,
        };
    }

    // What is written with a part of a value type is the variable that holds the value.
    private static IOperation WholeOf(IOperation reference)
    {
        IOperation whole = reference;
        while (whole.Parent is IFieldReferenceOperation part && part.Instance == whole && whole.Type is { IsValueType: true })
        {
            whole = part;
        }

        return whole;
    }

    private static UseKind OfArgument(IArgumentOperation argument)
    {
        if (argument.Parameter is not { } parameter)
        {
            return UseKind.Read;
        }

        UseKind kind = parameter.RefKind switch
        {
            RefKind.Out => UseKind.Write,
            RefKind.Ref => UseKind.Read | UseKind.Write,
            _ => UseKind.Read,
        };
        return argument.Parent is IInvocationOperation { TargetMethod: { } method } && IsAtomic(method) && parameter.RefKind is not RefKind.None
            ? AtomicKind(method.Name)
            : parameter.RefKind is RefKind.Ref ? RefParameters.KindOf(parameter)
            : kind;
    }

    private static UseKind AtomicKind(string method)
        => UseKind.Atomic | (method is "Read" ? UseKind.Read : method is "Write" ? UseKind.Write : UseKind.Read | UseKind.Write);

    private static bool IsAtomic(IMethodSymbol method) => method.ContainingType switch
    {
        { Name: "Interlocked" or "Volatile" or "LazyInitializer", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } => true,
        { Name: "ImmutableInterlocked", ContainingNamespace: { Name: "Immutable", ContainingNamespace.Name: "Collections" } } => true,
        _ => false,
    };

    // A field of an enum has no storage, and one that is [ThreadStatic] has one for each thread.
    private static bool IsOfAllThreads(IFieldSymbol field)
        => field.DeclaringSyntaxReferences.Length > 0 && !field.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "ThreadStaticAttribute" });

    private static bool IsDeconstructed(ITupleOperation tuple)
    {
        IOperation whole = tuple;
        while (whole.Parent is ITupleOperation or IDeclarationExpressionOperation)
        {
            whole = whole.Parent;
        }

        return whole.Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == whole;
    }

    /// <summary>Whether the property is a field in all but name.</summary>
    internal static bool IsAutomatic(IPropertySymbol property)
        => !property.IsIndexer && property.ContainingType.GetMembers().Any(member => member is IFieldSymbol { AssociatedSymbol: { } of } && SymbolEqualityComparer.Default.Equals(of, property));
}
