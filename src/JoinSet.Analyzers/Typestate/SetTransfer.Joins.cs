using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Typestate;

/// <content>Joins, and what comes of awaiting them.</content>
internal sealed partial class SetTransfer
{
    private Value JoinAll(string name)
    {
        switch (name)
        {
            case "JoinAllAsync":
                return new(ValueKind.JoinAllTask);
            case "ShutdownAsync":
                _state = _state.Abort();
                return new(ValueKind.ShutdownTask);
            case "JoinEachAsync":
                return new(ValueKind.Sequence);
            default:
                return new(ValueKind.Enumerator);
        }
    }

    // A member of what belongs to the set: its sequence, its enumerator, a task of it.
    private Value InvokeOnPart(Value part, string name, SyntaxNode at)
    {
        MayBeCaught();
        if (part.IsAwaitable)
        {
            return name switch
            {
                "ConfigureAwait" or "AsTask" or "Preserve" or "GetAwaiter" => part,
                "GetResult" or "Wait" => Await(part, at),
                _ => Lost(),
            };
        }

        return (part.Kind, name) switch
        {
            (ValueKind.Sequence, "GetAsyncEnumerator") => new(ValueKind.Enumerator),
            (ValueKind.Sequence, "ConfigureAwait" or "WithCancellation") => part,
            (ValueKind.Enumerator, "MoveNextAsync") => new(ValueKind.MoveTask, at: at),
            (ValueKind.Enumerator, "DisposeAsync") => new(ValueKind.NotNull), // a task that has ended already
            _ => Lost(),
        };
    }

    private Value Await(Value task, SyntaxNode at)
    {
        switch (task.Kind)
        {
            case ValueKind.JoinTask or ValueKind.MoveTask:
                return AwaitJoin(task);
            case ValueKind.JoinAllTask:
            case ValueKind.ShutdownTask:
                _state = _state.Empty(); // where JoinAllAsync throws, too
                MayThrow();
                return Value.Unknown;
            case ValueKind.HelperTask:
                MayThrow(); // whatever it had not done by then
                ApplyNow(task.Summary!, task.At ?? at);
                return Value.Unknown;
            case ValueKind.NotNull:
                return Value.Unknown;
            default:
                LoseIf(task);
                MayThrow();
                _state = _body.Set.IsInMember ? _state.Reopen() : _state.Progress();
                return at == _body.Set.Creation ? Bear(at) : Value.Unknown;
        }
    }

    private Value AwaitJoin(Value task)
    {
        bool isMove = task.Kind is ValueKind.MoveTask;
        bool wasEmpty = !_state.Holds && !_state.IsGone && !_body.Set.IsVisited;
        if (task.At is { } at)
        {
            _body.Join(Snapshot(), at);
            _trace = _trace.Join(at);
        }

        _state = _state.JoinOne();
        if (wasEmpty)
        {
            return new(isMove ? ValueKind.False : ValueKind.Null);
        }

        return new(isMove ? ValueKind.EmptyIfFalse : ValueKind.EmptyIfNull);
    }
}
