using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>
/// What the lambdas and local functions in a body do with variables around them, judged by name: a name that means something else in
/// there makes the analysis more careful, never less.
/// </summary>
/// <remarks>Thread safety: belongs to the one thread that analyses the body.</remarks>
internal sealed class NestedFunctions(ControlFlowGraph graph)
{
    private readonly SyntaxNode _root = Outermost(graph.OriginalOperation.Syntax);
    private HashSet<string>? _assigned;
    private Dictionary<string, SyntaxNode>? _localFunctions;

    /// <summary>Whether some nested function may give the variable another value.</summary>
    internal bool Assign(string name) => (_assigned ??= FindAssigned()).Contains(name);

    internal SetUse UseIn(IMethodSymbol function, IReadOnlyCollection<string> names)
        => function.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } syntax ? UseIn(syntax, names) : SetUse.Other;

    internal SetUse UseIn(SyntaxNode function, IReadOnlyCollection<string> names)
    {
        var use = SetUse.None;
        var visited = new HashSet<SyntaxNode> { function };
        var pending = new Stack<SyntaxNode>(visited);
        while (pending.Count > 0)
        {
            foreach (IdentifierNameSyntax mention in pending.Pop().DescendantNodes().OfType<IdentifierNameSyntax>())
            {
                string name = mention.Identifier.ValueText;
                if (names.Contains(name))
                {
                    use = Max(use, UseOf(mention));
                }
                else if (LocalFunctions.TryGetValue(name, out SyntaxNode? called) && visited.Add(called))
                {
                    pending.Push(called);
                }
            }
        }

        return use;
    }

    private Dictionary<string, SyntaxNode> LocalFunctions => _localFunctions ??= FindLocalFunctions();

    private static SetUse Max(SetUse a, SetUse b) => a > b ? a : b;

    private static SetUse UseOf(IdentifierNameSyntax mention)
    {
        switch (mention.Parent)
        {
            case MemberAccessExpressionSyntax access when access.Name == mention:
                return SetUse.None; // somebody else's member of that name
            case NameColonSyntax or NameEqualsSyntax:
                return SetUse.None;
            case MemberAccessExpressionSyntax access:
                return UseOf(access.Name.Identifier.ValueText);
            case ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax member } }:
                return UseOf(member.Name.Identifier.ValueText);
            default:
                return SetUse.Other;
        }
    }

    private static SetUse UseOf(string member) => SetMembers.EffectOf(member) switch
    {
        SetEffect.Fills => SetUse.Fills,
        SetEffect.Looks or SetEffect.JoinsOne or SetEffect.Aborts => SetUse.Looks,
        _ => SetUse.Other,
    };

    private static SyntaxNode Outermost(SyntaxNode body)
        => body.AncestorsAndSelf().FirstOrDefault(static node => node is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? body.SyntaxTree.GetRoot();

    private HashSet<string> FindAssigned()
    {
        var assigned = new HashSet<string>();
        foreach (SyntaxNode function in _root.DescendantNodes().Where(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        {
            foreach (SyntaxNode node in function.DescendantNodes())
            {
                ExpressionSyntax? target = node switch
                {
                    AssignmentExpressionSyntax assignment => assignment.Left,
                    PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } prefix => prefix.Operand,
                    PostfixUnaryExpressionSyntax postfix => postfix.Operand,
                    ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => argument.Expression,
                    _ => null,
                };
                assigned.UnionWith(target?.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText) ?? []);
            }
        }

        return assigned;
    }

    private Dictionary<string, SyntaxNode> FindLocalFunctions()
    {
        var functions = new Dictionary<string, SyntaxNode>();
        foreach (LocalFunctionStatementSyntax function in _root.DescendantNodes().OfType<LocalFunctionStatementSyntax>())
        {
            functions[function.Identifier.ValueText] = function;
        }

        return functions;
    }
}
