using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

/// <summary>What the source does with the result of a join. A name that means something else in there counts as a look at it.</summary>
internal static class JoinedResult
{
    /// <summary>The join, or the variable of its loop, where nobody looks at the result; null where somebody does, or a discard says that nobody need.</summary>
    internal static Location? PlaceWhereIgnored(SyntaxNode join)
    {
        if (LoopOver(join) is { } loop)
        {
            return PlaceIn(loop);
        }

        if (join is not InvocationExpressionSyntax call)
        {
            return null;
        }

        SyntaxToken? variable = null;
        bool isIgnored = IsTryJoinNext(call) ? OutVariable(call, out variable) : IsDropped(WholeOf(call), out variable);
        return isIgnored && (variable is null || !IsLookedAt(variable.Value)) && !FollowsAnAbort(call) ? call.GetLocation() : null;
    }

    // A single task was aborted by its handle before: this join may be there to see it off.
    private static bool FollowsAnAbort(InvocationExpressionSyntax call) => FunctionAround(call).DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        .Any(access => access.SpanStart < call.SpanStart && access is { Name.Identifier.ValueText: "Abort", Parent: InvocationExpressionSyntax });

    private static CommonForEachStatementSyntax? LoopOver(SyntaxNode join)
        => join as CommonForEachStatementSyntax
            ?? join.Ancestors().OfType<CommonForEachStatementSyntax>().FirstOrDefault(loop
                => loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword) && loop.Expression.Span.Contains(join.Span) && !join.ToString().Contains("JoinNext"));

    private static Location? PlaceIn(CommonForEachStatementSyntax loop)
    {
        List<SyntaxToken> variables = loop is ForEachStatementSyntax simple
            ? [simple.Identifier]
            : ((ForEachVariableStatementSyntax)loop).Variable.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>().Select(static name => name.Identifier).ToList();
        bool isOnPurpose = loop is ForEachVariableStatementSyntax several && several.Variable.DescendantNodesAndSelf().OfType<DiscardDesignationSyntax>().Any();
        return !isOnPurpose && variables.Count > 0 && variables.TrueForAll(name => name.ValueText != "_" && !Mentions(loop.Statement, name.ValueText).Any(IsLook))
            ? variables[0].GetLocation()
            : null;
    }

    // Through await, ConfigureAwait and what only wraps the value.
    private static ExpressionSyntax WholeOf(ExpressionSyntax call)
    {
        ExpressionSyntax whole = call;
        while (true)
        {
            switch (whole.Parent)
            {
                case AwaitExpressionSyntax or ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
                    whole = (ExpressionSyntax)whole.Parent;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "AsTask" or "GetAwaiter" or "GetResult" or "Wait", Parent: InvocationExpressionSyntax next }:
                    whole = next;
                    break;
                default:
                    return whole;
            }
        }
    }

    /// <summary>Whether the value goes nowhere but into a test for null, or into a variable, which then decides.</summary>
    private static bool IsDropped(ExpressionSyntax value, out SyntaxToken? variable)
    {
        variable = null;
        switch (value.Parent)
        {
            case ExpressionStatementSyntax or ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { ReturnType: IdentifierNameSyntax { Identifier.ValueText: "Task" or "ValueTask" } } } when value is AwaitExpressionSyntax or InvocationExpressionSyntax:
                return value is AwaitExpressionSyntax || value.Parent is ExpressionStatementSyntax;
            case IsPatternExpressionSyntax test:
                return IsNullTest(test.Pattern, out variable);
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }:
                variable = declarator.Identifier;
                return true;
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax { Identifier.ValueText: not "_" } left }:
                variable = left.Identifier;
                return IsLocal(left) && !IsLookedAtInPassing((AssignmentExpressionSyntax)value.Parent);
            default:
                return IsNullComparison(value);
        }
    }

    // `while ((next = await set.JoinNextAsync()) is { IsSuccess: true } good)`
    private static bool IsLookedAtInPassing(AssignmentExpressionSyntax assignment)
    {
        ExpressionSyntax whole = WholeOf(assignment);
        return whole.Parent switch
        {
            ExpressionStatementSyntax or ForStatementSyntax => false,
            IsPatternExpressionSyntax test => !IsNullTest(test.Pattern, out SyntaxToken? inner) || (inner is { } name && IsLookedAt(name)),
            _ => !IsNullComparison(whole),
        };
    }

    private static bool IsNullComparison(SyntaxNode value) => value.Parent switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison
            => comparison.Left.IsKind(SyntaxKind.NullLiteralExpression) || comparison.Right.IsKind(SyntaxKind.NullLiteralExpression),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasValue" } => true,
        _ => false,
    };

    // `is null`, `is not null`, `is { }`, `is { } r`, `is JoinResult<int> r`: a variable in there decides.
    private static bool IsNullTest(PatternSyntax pattern, out SyntaxToken? variable)
    {
        variable = null;
        PatternSyntax inner = pattern is UnaryPatternSyntax not ? not.Pattern : pattern;
        VariableDesignationSyntax? designation = null;
        switch (inner)
        {
            case ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } or TypePatternSyntax or ConstantPatternSyntax { Expression: TypeSyntax }:
                return true;
            case RecursivePatternSyntax { PositionalPatternClause: null, PropertyPatternClause: null or { Subpatterns.Count: 0 } } any:
                designation = any.Designation;
                break;
            case DeclarationPatternSyntax declaration:
                designation = declaration.Designation;
                break;
            default:
                return false;
        }

        variable = (designation as SingleVariableDesignationSyntax)?.Identifier;
        return designation is not DiscardDesignationSyntax;
    }

    private static bool IsTryJoinNext(InvocationExpressionSyntax call)
        => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryJoinNext" } or MemberBindingExpressionSyntax { Name.Identifier.ValueText: "TryJoinNext" };

    private static bool OutVariable(InvocationExpressionSyntax call, out SyntaxToken? variable)
    {
        variable = call.ArgumentList.Arguments.FirstOrDefault()?.Expression is DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax name } ? name.Identifier : null;
        return variable is not null;
    }

    private static bool IsLocal(IdentifierNameSyntax name)
        => FunctionAround(name).DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(declarator
            => declarator.Identifier.ValueText == name.Identifier.ValueText && declarator.Parent?.Parent is LocalDeclarationStatementSyntax);

    private static bool IsLookedAt(SyntaxToken variable)
        => Mentions(ScopeOf(variable), variable.ValueText).Any(IsLook);

    // Elsewhere in the function the name may be another variable's.
    private static SyntaxNode ScopeOf(SyntaxToken variable)
        => variable.Parent is SingleVariableDesignationSyntax or VariableDeclaratorSyntax
            && variable.Parent.Ancestors().FirstOrDefault(static at => at is WhileStatementSyntax or ForStatementSyntax or BlockSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax) is { } scope
            && scope is not MemberDeclarationSyntax
                ? scope
                : FunctionAround(variable.Parent!);

    private static SyntaxNode FunctionAround(SyntaxNode node)
        => node.Ancestors().FirstOrDefault(static at => at is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? node.SyntaxTree.GetRoot();

    private static IEnumerable<IdentifierNameSyntax> Mentions(SyntaxNode node, string name)
        => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(mention => mention.Identifier.ValueText == name);

    // A test for null is none, and being given a value is none.
    private static bool IsLook(IdentifierNameSyntax mention) => mention.Parent switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Left == mention => false,
        IsPatternExpressionSyntax test => !IsNullTest(test.Pattern, out SyntaxToken? variable) || (variable is { } inner && IsLookedAt(inner)),
        MemberAccessExpressionSyntax access when access.Name == mention => false,
        NameColonSyntax or NameEqualsSyntax => false,
        _ => !IsNullComparison(mention),
    };
}
