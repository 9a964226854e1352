using System.Collections.Immutable;
using JoinSets.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Hops;

/// <summary>A place that waits for something: which hops may be over after it.</summary>
/// <param name="function">The function that waits.</param>
/// <param name="names">What the place mentions, and what that was made of.</param>
/// <param name="around">A branch or loop of which one part waits; what is started within it is not meant.</param>
/// <param name="only">The hops that are over for certain; null where nobody can tell which.</param>
/// <remarks>In doubt a hop is over: a doubtful race is none.</remarks>
internal sealed class HopWait(FunctionCode function, ImmutableHashSet<string> names, SyntaxNode? around = null, IReadOnlyCollection<SpawnCall>? only = null)
{
    internal bool MayEnd(SpawnCall task, IEnumerable<TaskShare> shares)
    {
        if (only is not null)
        {
            return only.Contains(task);
        }

        if (task.Hop is not { } hop || (around is not null && around.Contains(task.Call.Syntax) && !(around is CommonForEachStatementSyntax loop && loop.Expression.Contains(task.Call.Syntax))))
        {
            return false;
        }

        return hop.Handle.Kind switch
        {
            HopHandleKind.Over or HopHandleKind.Loose => true,
            HopHandleKind.Local when names.Contains(hop.Handle.Variable!.Name) => true,
            HopHandleKind.Returned when task.Owner != function => true,
            _ => shares.Any(share => names.Contains(share.Variable.Name)),
        };
    }
}
