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

// Ask several mirrors, take the first good answer, stop the others.
namespace Hedging;

public static class Mirrors
{
    public static async Task<string> FirstGoodAsync(IReadOnlyList<Func<CancellationToken, Task<string>>> mirrors, CancellationToken token)
    {
        var failures = new List<Exception>();
        await using var set = new JoinSet<string>(token);
        foreach (var mirror in mirrors)
        {
            set.Spawn(mirror);
        }

        while (await set.JoinNextAsync(token) is { } answer)
        {
            if (answer.TryGetValue(out string? text))
            {
                await set.ShutdownAsync(CancellationToken.None);
                return text;
            }

            failures.Add(answer.Error!.Exception);
        }

        throw new AggregateException(failures);
    }

    public static async Task<T> WithTimeoutAsync<T>(Func<CancellationToken, Task<T>> work, TimeSpan limit)
    {
        using var clock = new CancellationTokenSource(limit);
        await using var set = new JoinSet<T>(clock.Token);
        set.Spawn(work);
        T[] values = await set.JoinAllAsync(CancellationToken.None);
        return values[0];
    }
}
