using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sharing;

internal sealed partial class SetReader
{
    /// <summary>The sets that are empty once this has been awaited, and those of which one task was joined.</summary>
    internal IEnumerable<(ISymbol? Set, bool IsWhole)> JoinsIn(IOperation awaited)
    {
        foreach (IInvocationOperation call in CallsIn(awaited))
        {
            if (call.TargetMethod.Name is "MoveNextAsync" && IsEnumerator(call.Instance, out ISymbol? source))
            {
                yield return (source, false);
            }
            else if (TryGetSet(SubjectOf(call), out ISymbol? set) && IsJoin(call.TargetMethod.Name))
            {
                yield return (set, call.TargetMethod.Name is not "JoinNextAsync");
            }
            else if (call.Instance is IInstanceReferenceOperation && call.TargetMethod.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } method && Drains.AppearIn(method))
            {
                yield return (null, true); // a method of this object joins, who knows what
            }
            else
            {
                foreach (ISymbol? given in call.Arguments.Where(argument => IsSet(argument.Value.Type)).Select(argument => SetNames.SetOf(argument.Value, _body)))
                {
                    if (Drains.MayBeIn(call.TargetMethod))
                    {
                        yield return (given, true);
                    }
                }
            }
        }
    }

    /// <summary>Every call whose task the awaited one may be, or wait for.</summary>
    private IEnumerable<IInvocationOperation> CallsIn(IOperation awaited)
    {
        var seen = new HashSet<IOperation>();
        var pending = new Stack<IOperation>();
        pending.Push(awaited);
        while (pending.Count > 0 && seen.Count < 200)
        {
            foreach (IOperation value in ValuesOf(pending.Pop()))
            {
                if (!seen.Add(value))
                {
                    continue;
                }

                if (value is IInvocationOperation call)
                {
                    yield return call;
                }

                if (value is IAwaitOperation or IAnonymousFunctionOperation or IFlowAnonymousFunctionOperation)
                {
                    continue; // awaited already, or not run here
                }

                foreach (IOperation child in value.ChildOperations)
                {
                    pending.Push(child);
                }
            }
        }
    }

    private static bool IsJoin(string member) => member is "JoinAllAsync" or "ShutdownAsync" or "DisposeAsync" or "JoinNextAsync";
}
