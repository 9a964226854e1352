using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace JoinSets;

/// <summary>Why a task of a set gave no value: it was aborted, or it failed.</summary>
/// <remarks>Thread safety: every member may be called from any thread at any time.</remarks>
public sealed class JoinError
{
    private readonly Task? _canceled; // its exception costs a throw to read, so it is read when somebody asks
    private ExceptionDispatchInfo? _dispatch;

    private JoinError(in JoinOutcome outcome)
    {
        Id = new TaskId(outcome.Id);
        Name = outcome.Name;
        _dispatch = Failure(outcome.Task) is { } failure ? ExceptionDispatchInfo.Capture(failure) : null;
        _canceled = _dispatch is null ? outcome.Task : null;
        IsCanceled = outcome.WasAborted && _dispatch is null or { SourceException: OperationCanceledException };
    }

    /// <summary>The id of the task.</summary>
    public TaskId Id { get; }

    /// <summary>The name that was given to the spawn; null when there was none.</summary>
    public string? Name { get; }

    /// <summary>
    /// True when abort had been requested and the task ended because of it: by an <see cref="OperationCanceledException"/>, or
    /// without ever having started.
    /// </summary>
    public bool IsCanceled { get; }

    /// <summary>
    /// True when the task failed. An <see cref="OperationCanceledException"/> that no abort had asked for, such as the timeout of an
    /// HttpClient, is a failure.
    /// </summary>
    public bool IsFaulted => !IsCanceled;

    /// <summary>
    /// The task's own exception, the same object each time. A task with several exceptions gives its <see cref="AggregateException"/>;
    /// one that was aborted gives the <see cref="OperationCanceledException"/> that it ended with.
    /// </summary>
    public Exception Exception => Dispatch.SourceException;

    private ExceptionDispatchInfo Dispatch
    {
        get
        {
            if (Volatile.Read(ref _dispatch) is { } dispatch)
            {
                return dispatch;
            }

            // Two threads may both come here: the first one's exception is the one that everybody sees.
            dispatch = ExceptionDispatchInfo.Capture(Cancellation());
            return Interlocked.CompareExchange(ref _dispatch, dispatch, null) ?? dispatch;
        }
    }

    /// <summary>Throws <see cref="Exception"/> with the stack trace that it had when the task ended.</summary>
    [DoesNotReturn]
    public void Rethrow()
    {
        Dispatch.Throw();
        throw Exception; // not reached: it tells the compiler what Throw does not
    }

    /// <summary>The task, how it ended, and its exception's message.</summary>
    public override string ToString()
        => $"{TaskLabel.Of(Id, Name)} {(IsCanceled ? "was canceled" : "failed")}: {Exception.GetType().Name}: {Exception.Message}";

    /// <returns>Null where the task succeeded.</returns>
    internal static JoinError? Of(in JoinOutcome outcome) => outcome.IsSuccess ? null : new JoinError(in outcome);

    private static Exception? Failure(Task? task)
        => task?.Exception is not { } all ? null : all.InnerExceptions.Count == 1 ? all.InnerExceptions[0] : all;

    private OperationCanceledException Cancellation()
    {
        if (_canceled is null)
        {
            return new OperationCanceledException(
                "The task was aborted before it started (or, for a task joined by Add, the wait for it was abandoned).",
                new CancellationToken(canceled: true));
        }

        try
        {
            _canceled.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException exception)
        {
            return exception;
        }

        throw new InvalidOperationException("A canceled task gave a result.");
    }
}
