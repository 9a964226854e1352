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

// Results go on to the caller as they come.
namespace Streaming;

public static class Streams
{
    public static async IAsyncEnumerable<TOut> MapAsync<TIn, TOut>(
        IEnumerable<TIn> items,
        Func<TIn, CancellationToken, Task<TOut>> map,
        [EnumeratorCancellation] CancellationToken token = default)
    {
        await using var set = new JoinSet<TOut>(token);
        set.SpawnEach(items, map);
        await foreach (var result in set.JoinEachAsync(token).ConfigureAwait(false))
        {
            yield return result.Value;
        }
    }

    public static async Task<Dictionary<TKey, TValue>> GatherAsync<TKey, TValue>(IEnumerable<TKey> keys, Func<TKey, CancellationToken, Task<TValue>> load)
        where TKey : notnull
    {
        var loaded = new Dictionary<TKey, TValue>();
        await using var set = new JoinSet<(TKey Key, TValue Value)>();
        set.SpawnEach(keys, async (key, token) => (key, await load(key, token)));
        await foreach (var result in set)
        {
            loaded.Add(result.Value.Key, result.Value.Value);
        }

        return loaded;
    }
}
