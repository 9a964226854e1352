using JoinSets.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Hops;

/// <summary>
/// What plain tasks share and mean to: a variable that is otherwise used with Interlocked, and a bool by which one thread tells another
/// something, always the same: whoever sees it late, sees it later. Only a loop that does nothing but look at it may look at an old
/// value for ever. So, too, an exception that a task, or any of several, leaves for whoever asks whether there was one.
/// </summary>
internal static class Flags
{
    internal static bool IsHarmless(TaskUse one, TaskUse other) => IsSameSign(one, other) || IsLeftException(one, other) || IsOnlyKept(one) || IsOnlyKept(other) || IsMonitored(one, other) || IsMonitored(other, one);

    // while (true) { Console.WriteLine(received); await Task.Delay(1000); }: who sees it late shows it later
    private static bool IsMonitored(TaskUse write, TaskUse read)
        => write.Use.Writes && !read.Use.Writes && Meeting.IsOneWord(read.Use.Variable.TypeOfVariable()) && Watches.IsMonitor(read.Use.Syntax, write.Use.Syntax);

    // GC.KeepAlive(listener) looks at nothing.
    private static bool IsOnlyKept(TaskUse use)
        => use.Use.Syntax.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "KeepAlive" } } };

    private static bool IsLeftException(TaskUse one, TaskUse other)
        => IsWhole(one) && IsWhole(other) && one.Use.Variable.TypeOfVariable()?.Name.EndsWith("Exception", StringComparison.Ordinal) == true;

    private static bool IsSameSign(TaskUse one, TaskUse other)
        => one.Use.Variable.TypeOfVariable()?.SpecialType is SpecialType.System_Boolean
            && (one.Use.Writes
                ? ConstantIn(one) is { } first && (other.Use.Writes ? Equals(first, ConstantIn(other)) : !IsPolled(other))
                : ConstantIn(other) is not null && !IsPolled(one));

    /// <summary>Whether one gives a whole new value to a variable that others go about with Interlocked: <c>CompareExchange(ref owner, …)</c> and <c>owner = 0;</c></summary>
    internal static bool IsGiftAmongAtomic(TaskUse one, TaskUse other, IReadOnlyList<TaskUse> all)
        => Meeting.IsOneWord(one.Use.Variable.TypeOfVariable()) && all.Any(static use => use.Use.IsAtomic) && IsWhole(one) && IsWhole(other);

    private static bool IsWhole(TaskUse use) => use.Use.IsAtomic || !(use.Use.Reads && use.Use.Writes);

    private static object? ConstantIn(TaskUse write)
        => write.Use.Reference.Parent is ISimpleAssignmentOperation { Value.ConstantValue: { HasValue: true, Value: var value } } ? value : null;

    private static bool IsPolled(TaskUse read) => read.Use.Syntax.Ancestors()
        .TakeWhile(static at => at is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .OfType<WhileStatementSyntax>()
        .Any(loop => loop.Condition.Span.Contains(read.Use.Syntax.Span) && !loop.DescendantNodes().Any(static node => node is AwaitExpressionSyntax or InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax));
}
