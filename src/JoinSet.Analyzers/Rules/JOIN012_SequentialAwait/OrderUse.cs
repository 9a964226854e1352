using System.Collections.Immutable;
using JoinSets.Analyzers.TaskLoops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

/// <summary>Whether a loop would do something else if its turns came in another order. In doubt it would.</summary>
internal sealed class OrderUse(ForEachStatementSyntax loop, SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>Calls that put something behind what is there already, or take the next of something.</summary>
    private static readonly string[] s_ordered = ["Add", "Insert", "Enqueue", "Push", "Append", "Prepend", "Write", "TryWrite", "MoveNext", "Dequeue", "TryDequeue", "Pop", "TryPop", "Concat", "Next", "Yield", "Emit"];

    /// <summary>Collections that keep no order of insertion.</summary>
    private static readonly ImmutableHashSet<string> s_unordered = ImmutableHashSet.Create(
        "HashSet", "ISet", "SortedSet", "Dictionary", "IDictionary", "SortedDictionary", "SortedList", "ConcurrentDictionary", "ConcurrentBag", "PriorityQueue", "Interlocked");

    internal bool IsFound => loop.Statement.DescendantNodesAndSelf().Any(DependsOnOrder);

    private bool DependsOnOrder(SyntaxNode node) => node switch
    {
        YieldStatementSyntax or ReturnStatementSyntax or GotoStatementSyntax => !IsNested(node),
        BreakStatementSyntax => node.Ancestors().First(static at => at is SwitchStatementSyntax || TaskSyntax.IsLoop(at)) == loop,
        AssignmentExpressionSyntax assignment => IsOrdered(assignment),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } count => IsPosition(count, count.Operand),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } count => IsPosition(count, count.Operand),
        ArgumentSyntax { RefOrOutKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword, Expression: not DeclarationExpressionSyntax } argument
            => !IsInside(argument.Expression) && !IsInterlocked(argument),
        InvocationExpressionSyntax call => IsOrdered(call),
        _ => false,
    };

    /// <summary>A return in a function of the loop's body leaves that function.</summary>
    private bool IsNested(SyntaxNode node)
        => node.Ancestors().TakeWhile(at => at != loop).Any(static at => at is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    /// <summary>The last one wins; but sums, and the least and the greatest, are the same in any order.</summary>
    private bool IsOrdered(AssignmentExpressionSyntax assignment)
    {
        if (assignment.Left is DeclarationExpressionSyntax || IsInside(assignment.Left) || assignment.Left is IdentifierNameSyntax { Identifier.ValueText: "_" } || assignment.Parent is InitializerExpressionSyntax)
        {
            return false;
        }

        return assignment.Left is ElementAccessExpressionSyntax element
            ? !IsUnordered(element.Expression)
            : assignment.Kind() switch
            {
                SyntaxKind.SimpleAssignmentExpression => !IsExtreme(assignment.Right),
                SyntaxKind.AddAssignmentExpression or SyntaxKind.SubtractAssignmentExpression or SyntaxKind.OrAssignmentExpression or SyntaxKind.AndAssignmentExpression
                    => model.GetTypeInfo(assignment.Left, cancellationToken).Type is not { IsValueType: true },
                _ => true,
            };
    }

    private static bool IsExtreme(ExpressionSyntax value)
        => value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Max" or "Min", Expression: IdentifierNameSyntax { Identifier.ValueText: "Math" } } };

    /// <summary>A counter that somebody looks at pairs each result with a place.</summary>
    private bool IsPosition(ExpressionSyntax count, ExpressionSyntax counter)
        => !IsInside(counter)
            && (count.Parent is not ExpressionStatementSyntax || loop.Statement.DescendantNodes().OfType<IdentifierNameSyntax>().Count(name => name.Identifier.ValueText == counter.ToString()) != 1);

    private bool IsOrdered(InvocationExpressionSyntax call)
    {
        string name = TaskSyntax.CalledName(call) ?? "";
        if (!s_ordered.Any(ordered => name.StartsWith(ordered, StringComparison.Ordinal)))
        {
            return false;
        }

        return call.Expression is not MemberAccessExpressionSyntax access
            || !(IsInside(access.Expression) || IsUnordered(access.Expression) || (name == "WriteLine" && IsConsole(access.Expression)));
    }

    private bool IsUnordered(ExpressionSyntax receiver)
        => (model.GetTypeInfo(receiver, cancellationToken).Type ?? model.GetSymbolInfo(receiver, cancellationToken).Symbol as ITypeSymbol) is { } type && s_unordered.Contains(type.Name);

    private static bool IsConsole(ExpressionSyntax receiver)
        => receiver.ToString() is "Console" or "System.Console" or "Console.Out" or "Console.Error" or "Debug" or "Trace";

    private static bool IsInterlocked(ArgumentSyntax argument)
        => argument.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Interlocked" }, Name.Identifier.ValueText: "Add" or "Increment" or "Decrement" } };

    /// <summary>Whether the variable that this starts from belongs to one turn of the loop.</summary>
    private bool IsInside(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case MemberAccessExpressionSyntax access:
                    expression = access.Expression;
                    break;
                case ElementAccessExpressionSyntax access:
                    expression = access.Expression;
                    break;
                case InvocationExpressionSyntax call:
                    expression = call.Expression;
                    break;
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case PostfixUnaryExpressionSyntax suppressed:
                    expression = suppressed.Operand;
                    break;
                case AwaitExpressionSyntax or ObjectCreationExpressionSyntax:
                    return true;
                default:
                    return expression is IdentifierNameSyntax
                        && model.GetSymbolInfo(expression, cancellationToken).Symbol is ILocalSymbol or IParameterSymbol
                        && model.GetSymbolInfo(expression, cancellationToken).Symbol!.DeclaringSyntaxReferences.Any(reference => loop.Span.Contains(reference.Span));
            }
        }
    }
}
