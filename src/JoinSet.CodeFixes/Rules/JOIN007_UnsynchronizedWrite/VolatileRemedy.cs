using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>A flag: written and read with Volatile, so that whoever looks sees what was written.</summary>
internal sealed class VolatileRemedy() : Remedy("JOIN007.Volatile", "Read and write the flag with Volatile")
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (WrittenVariable.Of(diagnostic, model, cancellationToken) is not { Type.SpecialType: SpecialType.System_Boolean } variable || (variable.IsWrittenByTwins && !IsAlwaysSame(variable, model)))
        {
            return false;
        }

        var planned = new List<TextEdit>();
        foreach (IdentifierNameSyntax mention in variable.Exposed)
        {
            if (!TryRewrite(mention, ThreadingName.Of("Volatile", mention.SpanStart, model), planned))
            {
                return false;
            }
        }

        planned.ForEach(edits.AddOnce);
        return planned.Count > 0;
    }

    // found = true; by every task: none overwrites what another wrote.
    private static bool IsAlwaysSame(WrittenVariable variable, SemanticModel model)
    {
        List<ExpressionSyntax> values = variable.Exposed.Select(static mention => mention.Parent).OfType<AssignmentExpressionSyntax>().Where(assignment => variable.Mentions.Contains(assignment.Left)).Select(static assignment => assignment.Right).ToList();
        return values.Count > 0 && values.TrueForAll(value => model.GetConstantValue(value) is { HasValue: true, Value: var constant } && Equals(constant, model.GetConstantValue(values[0]).Value));
    }

    private static bool TryRewrite(IdentifierNameSyntax mention, string type, List<TextEdit> edits)
    {
        string name = mention.Identifier.Text;
        switch (mention.Parent)
        {
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax } assignment when assignment.Left == mention:
                edits.Add(new TextEdit(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(assignment.SpanStart, assignment.Right.SpanStart), $"{type}.Write(ref {name}, "));
                edits.Add(new TextEdit(new(assignment.Right.Span.End, 0), ")"));
                return true;
            case AssignmentExpressionSyntax assignment when assignment.Left == mention:
            case ArgumentSyntax { RefKindKeyword.RawKind: not 0 }:
            case ArgumentSyntax { Parent: TupleExpressionSyntax }:
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression }:
                return false;
            default:
                edits.Add(new TextEdit(mention.Span, $"{type}.Read(ref {name})"));
                return true;
        }
    }
}
