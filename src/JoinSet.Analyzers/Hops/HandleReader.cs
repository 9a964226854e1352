using JoinSets.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Hops;

/// <summary>Follows the value of an expression outwards to where it is waited for, kept or dropped.</summary>
internal sealed class HandleReader(BodyCode body)
{
    internal HopHandle Of(ExpressionSyntax made)
    {
        ExpressionSyntax at = made;
        while (true)
        {
            switch (at.Parent)
            {
                case ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax:
                    at = (ExpressionSyntax)at.Parent;
                    break;
                case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member when member.Expression == at && PassesOn(member.Name.Identifier.ValueText):
                    at = call;
                    break;
                case MemberAccessExpressionSyntax member when member.Expression == at:
                    return member.Name.Identifier.ValueText is "Wait" or "GetResult" or "Result" ? HopHandle.Over
                        : member.Name.Identifier.ValueText is "Start" ? HopHandle.Dropped
                        : HopHandle.Loose();
                default:
                    return OfPlace(at);
            }
        }
    }

    private HopHandle OfPlace(ExpressionSyntax at) => at.Parent switch
    {
        AwaitExpressionSyntax => HopHandle.Over,
        ExpressionStatementSyntax => HopHandle.Dropped,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } name } when body.ModelOf(name).GetSymbolInfo(name).Symbol is null or IDiscardSymbol => HopHandle.Dropped,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } assignment when assignment.Right == at && body.ModelOf(name).GetSymbolInfo(name).Symbol is ILocalSymbol local => Of(local, at),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } when body.ModelOf(declarator).GetDeclaredSymbol(declarator) is ILocalSymbol local => Of(local, at),
        ReturnStatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax => HopHandle.Returned,
        _ => HopHandle.Loose(),
    };

    private HopHandle Of(ILocalSymbol local, SyntaxNode at)
    {
        List<VariableUse> uses = body.UsesBySyntax.Values.Where(use => use.Variable.IsSameAs(local) && use.Reads).ToList();
        return uses.Count > 0 && !uses.TrueForAll(use => IsPlain(use.Syntax) && FunctionAround(use.Syntax) == FunctionAround(at)) || body.Leaked.Contains(local)
            ? HopHandle.Loose(local)
            : new HopHandle(HopHandleKind.Local, local);
    }

    private static SyntaxNode? FunctionAround(SyntaxNode node) => node.Ancestors().FirstOrDefault(static at => at is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    // What is done with the handle of a task or a thread without handing it on.
    private static bool IsPlain(SyntaxNode mention) => mention.Parent switch
    {
        AwaitExpressionSyntax => true,
        MemberAccessExpressionSyntax access => access.Expression == mention,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WhenAll" or "WaitAll" or "WhenAny" or "WaitAny" } } } => true,
        _ => false,
    };

    private static bool PassesOn(string member) => member is "ConfigureAwait" or "GetAwaiter" or "Unwrap" or "ContinueWith" or "WaitAsync" or "AsTask";
}
