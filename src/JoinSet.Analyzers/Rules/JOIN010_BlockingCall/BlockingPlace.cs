using JoinSets.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Rules;

/// <summary>A call or property that blocks the thread it runs on.</summary>
internal readonly struct BlockingPlace
{
    private BlockingPlace(string name, string? counterpart)
    {
        Name = name;
        Counterpart = counterpart;
    }

    /// <summary>What blocks, as a message names it.</summary>
    internal string Name { get; }

    /// <summary>What to await in its place; null where there is nothing.</summary>
    internal string? Counterpart { get; }

    /// <summary>The names of what blocks: most names in the source are others, and need not be bound.</summary>
    internal static WordTable Names { get; } = new(BlockingMembers.Names.Append("GetResult"));

    /// <summary>The call or property, where one of these names is that of one.</summary>
    internal static SyntaxNode? NamedBy(SyntaxNode name)
    {
        SyntaxNode member = name.Parent is (MemberAccessExpressionSyntax or MemberBindingExpressionSyntax) and { } access && access.ChildNodes().Last() == name ? access : name;
        return member.Parent is InvocationExpressionSyntax call && call.Expression == member
            ? call
            : member is (MemberAccessExpressionSyntax or MemberBindingExpressionSyntax) && name is SimpleNameSyntax { Identifier.ValueText: "Result" } ? member : null;
    }

    internal static BlockingPlace? In(IOperation operation) => operation switch
    {
        IInvocationOperation call => OfCall(call),
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task, Parent: not INameOfOperation } property => OfTask(property, property.Property, task),
        _ => null,
    };

    private static BlockingPlace? OfCall(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.Name == "GetResult")
        {
            return OfAwaiter(call);
        }

        if (!BlockingMembers.HasName(method.Name) || BlockingMembers.Of(method) is not { } row || IsImmediate(call))
        {
            return null;
        }

        if (row.Counterpart == BlockingMembers.TheTask)
        {
            return OfTask(call, method, call.Instance);
        }

        return row.IsStream && !MemoryStreams.IsOutside(call.Instance, call.SemanticModel!)
            ? null
            : new BlockingPlace(row.Display, CounterpartOf(row, method));
    }

    private static BlockingPlace? OfTask(IOperation use, ISymbol member, IOperation? task)
        => task?.Syntax is ExpressionSyntax syntax && BlockingMembers.Of(member) is { } row && !CompletedTasks.Knows(syntax, use.Syntax)
            ? new BlockingPlace(row.Display, BlockingMembers.TheTask)
            : null;

    private static BlockingPlace? OfAwaiter(IInvocationOperation call)
        => call is { Arguments.Length: 0, Instance: IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { Syntax: ExpressionSyntax task } } }
            && call.TargetMethod.ContainingType is { Name: "TaskAwaiter" or "ValueTaskAwaiter" or "ConfiguredTaskAwaiter" or "ConfiguredValueTaskAwaiter" } awaiter
            && awaiter.ContainingNamespace.ToDisplayString() == "System.Runtime.CompilerServices"
            && !CompletedTasks.Knows(task, call.Syntax)
                ? new BlockingPlace("GetAwaiter().GetResult()", BlockingMembers.TheTask)
                : null;

    /// <summary>A wait that gives up at once does not wait, and <c>Sleep(0)</c> does not sleep.</summary>
    private static bool IsImmediate(IInvocationOperation call)
        => call.Arguments.Any(static argument => argument.Parameter is { Type: var type } && IsTime(type, argument.Parameter.Name) && IsZero(argument.Value));

    private static bool IsTime(ITypeSymbol type, string name)
        => type is { Name: "TimeSpan" } || (type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 && name.IndexOf("milliseconds", StringComparison.OrdinalIgnoreCase) >= 0)
            || (type.SpecialType is SpecialType.System_Int32 && name.IndexOf("timeout", StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool IsZero(IOperation value)
        => value.ConstantValue is { HasValue: true, Value: 0 or 0L }
            || value is IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } }
            || value is IDefaultValueOperation;

    /// <summary>An older framework may lack the counterpart, and a message must not speak of what is not there.</summary>
    private static string? CounterpartOf(BlockingMember row, IMethodSymbol method)
    {
        if (row.Counterpart is null || row.Counterpart.IndexOf('.') >= 0)
        {
            return row.Counterpart;
        }

        for (ITypeSymbol? at = method.ContainingType; at is not null; at = at.BaseType)
        {
            if (!at.GetMembers(row.Counterpart).IsEmpty)
            {
                return row.Counterpart;
            }
        }

        return null;
    }
}
