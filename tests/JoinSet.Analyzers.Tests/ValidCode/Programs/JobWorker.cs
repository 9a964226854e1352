using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using JoinSets;

// A long-lived worker: jobs come out of a channel, finished ones are reaped as they finish, stopping is graceful.
namespace Working;

public sealed class JobWorker(ChannelReader<Func<CancellationToken, Task>> jobs)
{
    public async Task RunAsync(CancellationToken stopping)
    {
        await using var set = new JoinSet(new JoinSetOptions { MaxConcurrency = 8 });
        try
        {
            await foreach (Func<CancellationToken, Task> job in jobs.ReadAllAsync(stopping))
            {
                set.Spawn(job);
                while (set.TryJoinNext(out JoinResult finished))
                {
                    Report(finished);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            set.AbortAll();
        }

        await foreach (JoinResult last in set)
        {
            Report(last);
        }
    }

    private static void Report(JoinResult result)
    {
        if (result.Error is { IsFaulted: true } error)
        {
            Console.Error.WriteLine(error.Exception);
        }
    }
}
