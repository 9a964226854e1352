using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sharing;

/// <summary>Sees through the temporaries of one graph to what an expression says about a set.</summary>
internal sealed partial class SetReader
{
    private const int MostSteps = 12;

    private readonly BodyCode _body;
    private readonly Func<ITypeSymbol?, bool> _isSet;
    private readonly Dictionary<CaptureId, List<IOperation>> _captures = [];

    internal SetReader(ControlFlowGraph graph, BodyCode body, Func<ITypeSymbol?, bool> isSet)
    {
        _body = body;
        _isSet = isSet;
        foreach (BasicBlock block in graph.Blocks)
        {
            foreach (IFlowCaptureOperation capture in block.Operations.OfType<IFlowCaptureOperation>())
            {
                if (!_captures.TryGetValue(capture.Id, out List<IOperation>? values))
                {
                    _captures[capture.Id] = values = [];
                }

                values.Add(capture.Value);
            }
        }
    }

    internal bool IsSet(ITypeSymbol? type) => _isSet(type);

    /// <summary>Every value that the expression may have, as far as captures and task variables tell; itself at the least.</summary>
    internal IEnumerable<IOperation> ValuesOf(IOperation? expression)
    {
        var pending = new Stack<IOperation>();
        if (expression is not null)
        {
            pending.Push(expression);
        }

        for (int steps = 0; pending.Count > 0 && steps < 64; steps++)
        {
            IOperation value = BodyCode.Plain(pending.Pop());
            if (value is IFlowCaptureReferenceOperation reference && _captures.TryGetValue(reference.Id, out List<IOperation>? captured))
            {
                captured.ForEach(pending.Push);
                continue;
            }

            yield return value;
            if (value is ILocalReferenceOperation { Local: var local } && !IsSet(local.Type) && _body.Values.TryGetValue(local, out List<IOperation>? values))
            {
                values.Where(given => given != value).Take(MostSteps).ToList().ForEach(pending.Push);
            }
        }
    }

    /// <summary>The set that the expression is, or that it wraps with ConfigureAwait.</summary>
    internal bool TryGetSet(IOperation? expression, out ISymbol? set)
    {
        set = null;
        foreach (IOperation value in ValuesOf(expression))
        {
            if (IsSet(value.Type))
            {
                set = SetNames.SetOf(value, _body);
                return true;
            }

            if (value is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } wrapped && TryGetSet(SubjectOf(wrapped), out set))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The variable that the expression is, through captures.</summary>
    internal ISymbol? VariableOf(IOperation? expression)
        => ValuesOf(expression).Select(UseReader.VariableOf).FirstOrDefault(static variable => variable is not null);

    /// <summary>What a call is made on: the instance, or the first argument of an extension.</summary>
    internal static IOperation? SubjectOf(IInvocationOperation call)
        => call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null);

    // The set whose results an enumerator gives.
    private bool IsEnumerator(IOperation? expression, out ISymbol? set, int depth = 0)
    {
        set = null;
        foreach (IInvocationOperation call in depth > MostSteps ? [] : ValuesOf(expression).OfType<IInvocationOperation>())
        {
            switch (call.TargetMethod.Name)
            {
                case "GetAsyncEnumerator" or "JoinEachAsync" when TryGetSet(SubjectOf(call), out set):
                case "GetAsyncEnumerator" or "WithCancellation" or "ConfigureAwait" when IsEnumerator(SubjectOf(call), out set, depth + 1):
                    return true;
            }
        }

        return false;
    }
}
