using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Gathering;

/// <summary>Reads the last act of a task as something added to one variable, or to the collection in it.</summary>
internal sealed partial class ContributionReader(ISymbol target, ITypeSymbol type, SemanticModel model)
{
    private readonly string _name = target.Name;

    internal Contribution? Read(LastAct act) => act.Node switch
    {
        ExpressionStatementSyntax statement => Read(act, statement.Expression),
        IfStatementSyntax { Else: null } choice => ReadChoice(act, choice),
        ExpressionSyntax expression => Read(act, expression),
        _ => null,
    };

    private Contribution? Read(LastAct act, ExpressionSyntax expression) => expression switch
    {
        AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } keys } element } assignment when IsTarget(element.Expression) => ReadEntry(act, keys[0].Expression, assignment),
        AssignmentExpressionSyntax assignment when IsTarget(assignment.Left) => ReadAssignment(act, assignment),
        PostfixUnaryExpressionSyntax step when IsTarget(step.Operand) && IsNumber => ReadStep(act, step.OperatorToken),
        PrefixUnaryExpressionSyntax step when IsTarget(step.Operand) && IsNumber => ReadStep(act, step.OperatorToken),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call when IsTarget(access.Expression) => ReadCall(act, access, call),
        _ => null,
    };

    private bool IsNumber => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    private Contribution? ReadStep(LastAct act, SyntaxToken step) => step.Kind() switch
    {
        SyntaxKind.PlusPlusToken => new Contribution(act, [], NameOf(type), $"{_name} += {{0}};"),
        SyntaxKind.MinusMinusToken => new Contribution(act, [], NameOf(type), $"{_name} -= {{0}};"),
        _ => null,
    };

    private Contribution? ReadAssignment(LastAct act, AssignmentExpressionSyntax assignment)
    {
        ExpressionSyntax value = assignment.Right;
        if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
        {
            return assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression) ? null : Of(act, value, $"{_name} {assignment.OperatorToken.Text} {{0}};", type);
        }

        return value switch
        {
            BinaryExpressionSyntax sum when IsTarget(sum.Left) && sum.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression => Of(act, sum.Right, $"{_name} {sum.OperatorToken.Text}= {{0}};", type),
            InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } arguments } call when model.GetSymbolInfo(call).Symbol is IMethodSymbol { IsStatic: true } => ReadChoice(act, call, arguments),
            _ => Of(act, value, $"{_name} = {{0}};", type, isGiven: true),
        };
    }

    // best = Math.Max(best, value)
    private Contribution? ReadChoice(LastAct act, InvocationExpressionSyntax call, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        if (arguments.Any(static argument => argument.NameColon is not null || !argument.RefKindKeyword.IsKind(SyntaxKind.None)))
        {
            return null;
        }

        return IsTarget(arguments[0].Expression) ? Of(act, arguments[1].Expression, $"{_name} = {call.Expression}({_name}, {{0}});", type)
            : IsTarget(arguments[1].Expression) ? Of(act, arguments[0].Expression, $"{_name} = {call.Expression}({{0}}, {_name});", type)
            : Of(act, call, $"{_name} = {{0}};", type, isGiven: true);
    }

    // if (value > best) best = value;
    private Contribution? ReadChoice(LastAct act, IfStatementSyntax choice)
    {
        StatementSyntax only = choice.Statement is BlockSyntax { Statements: { Count: 1 } statements } ? statements[0] : choice.Statement;
        if (choice.Condition is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression or (int)SyntaxKind.LessThanOrEqualExpression } test
            || only is not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: IdentifierNameSyntax value } assignment }
            || !IsTarget(assignment.Left)
            || choice.DescendantTrivia().Any(trivia => choice.Span.Contains(trivia.Span) && trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia))
        {
            return null;
        }

        string @operator = test.OperatorToken.Text;
        return test.Left is IdentifierNameSyntax left && left.Identifier.ValueText == value.Identifier.ValueText && IsTarget(test.Right) ? Of(act, value, $"if ({{0}} {@operator} {_name})\n{{\n{_name} = {{0}};\n}}", type)
            : test.Right is IdentifierNameSyntax right && right.Identifier.ValueText == value.Identifier.ValueText && IsTarget(test.Left) ? Of(act, value, $"if ({_name} {@operator} {{0}})\n{{\n{_name} = {{0}};\n}}", type)
            : null;
    }

    private bool IsTarget(ExpressionSyntax expression)
        => expression is IdentifierNameSyntax name && name.Identifier.ValueText == _name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, target);
}
