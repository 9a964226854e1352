using System.Collections.Concurrent;
using JoinSets.Tests.Support;

namespace JoinSets.Tests.Contract;

/// <summary>Calls members of one set at random, by a seed. Several may work on one set.</summary>
internal sealed class Turmoil(AnySet set, ConcurrentBag<AbortHandle> handles, ConcurrentBag<TaskId> joined, int seed)
{
    private readonly Random _random = new(seed);

    internal async Task Step()
    {
        switch (_random.Next(12))
        {
            case 0 or 1 or 2:
                handles.Add(set.Spawn(Work, "spawned"));
                break;
            case 3:
                handles.Add(set.Add(Task.Run(() => 0)));
                break;
            case 4:
                handles.Add(set.SpawnOn(TaskScheduler.Default, Work));
                break;
            case 5 when handles.TryPeek(out AbortHandle handle):
                handle.Abort();
                break;
            case 6 when _random.Next(20) == 0:
                set.AbortAll();
                break;
            case 7 when _random.Next(20) == 0:
                set.DetachAll();
                break;
            case 8 when _random.Next(20) == 0:
                await set.ShutdownAsync();
                break;
            case 9:
                await JoinOrCancel();
                break;
            default:
                Keep(set.TryJoinNext(out AnyResult result) && set.Count >= 0 ? result : null);
                break;
        }
    }

    private async Task JoinOrCancel()
    {
        using var source = new CancellationTokenSource();
        Task<AnyResult?> join = set.JoinNextAsync(source.Token);
        Task cancel = Task.Run(source.Cancel);
        try
        {
            Keep(await join);
        }
        catch (OperationCanceledException)
        {
        }

        await cancel;
    }

    private void Keep(AnyResult? result)
    {
        if (result is not null)
        {
            joined.Add(result.Id);
        }
    }

    private async Task<int> Work(CancellationToken token)
    {
        await Task.Yield();
        token.ThrowIfCancellationRequested();
        return 0;
    }
}
