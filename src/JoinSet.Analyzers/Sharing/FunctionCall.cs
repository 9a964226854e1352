using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sharing;

/// <summary>A place where one function of a body runs another: a call of a local function or of a lambda in a local, or a lambda that is handed to a call.</summary>
internal sealed class FunctionCall(IOperation at, FunctionCode callee, bool mayRepeat, bool isDoubtful = false)
{
    internal IOperation At => at;

    internal FunctionCode Callee => callee;

    /// <summary>Where the call leaves the body that is judged; null where it stays in it.</summary>
    internal SyntaxNode? Entry => callee.IsMethod ? (at.Syntax as InvocationExpressionSyntax)?.Expression ?? at.Syntax : null;

    /// <summary>Whether one execution of the place may run it more than once: the body of a ForEach.</summary>
    internal bool MayRepeat => mayRepeat;

    /// <summary>Whether nobody knows when, and on which thread, the one that is given the function runs it.</summary>
    internal bool IsDoubtful => isDoubtful;
}
