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

// Tasks that share, each in a way that is safe.
namespace Sharing;

public sealed class Tally(HttpClient http)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly List<string> _log = [];
    private readonly Lock _lock = new();
    private int _sum, _served;

    public async Task<int> CountAsync(IReadOnlyList<string> urls, CancellationToken token)
    {
        int done = 0;
        var lengths = new int[urls.Count];
        await using var set = new JoinSet<string>(token);
        for (int i = 0; i < urls.Count; i++)
        {
            int slot = i;
            set.Spawn(async ct =>
            {
                string body = await http.GetStringAsync(urls[slot], ct);
                lengths[slot] = body.Length;
                Interlocked.Increment(ref done);
                await LogAsync(urls[slot], ct);
                lock (_lock)
                {
                    _sum += body.Length;
                }

                return body;
            });
        }

        while (await set.JoinNextAsync(token) is { } page)
        {
            Console.WriteLine($"{done} of {urls.Count}: {page.Value.Length}");
            _served++;
        }

        return lengths.Sum();
    }

    private async Task LogAsync(string line, CancellationToken token)
    {
        await _gate.WaitAsync(token);
        try
        {
            _log.Add(line);
        }
        finally
        {
            _gate.Release();
        }
    }
}

public static class Handing
{
    public static async Task MoveAsync(IEnumerable<int[]> parts)
    {
        await using var set = new JoinSet<List<int>>();
        foreach (int[] part in parts)
        {
            var own = new List<int>();
            set.Spawn(async token =>
            {
                await Task.Delay(1, token);
                own.AddRange(part);
                return own;
            });
        }

        var all = new List<int>();
        await foreach (var result in set)
        {
            all.AddRange(result.Value);
        }
    }

    public static async Task PipeAsync(CancellationToken token)
    {
        var pipe = Channel.CreateBounded<int>(4);
        var seen = new List<int>();
        await using var set = new JoinSet();
        set.Spawn(async ct =>
        {
            for (int i = 0; i < 9; i++)
            {
                await pipe.Writer.WriteAsync(i, ct);
            }

            pipe.Writer.Complete();
        });
        set.Spawn(async ct =>
        {
            await foreach (int number in pipe.Reader.ReadAllAsync(ct))
            {
                seen.Add(number);
            }
        });
        await set.JoinAllAsync(token);
        seen.Sort();
    }

    public static async Task<string?> FirstAsync(IEnumerable<Func<CancellationToken, Task<string>>> works)
    {
        int claimed = 0;
        string? first = null;
        await using var set = new JoinSet();
        foreach (var work in works)
        {
            set.Spawn(async token =>
            {
                string value = await work(token);
                if (Interlocked.Exchange(ref claimed, 1) == 0)
                {
                    first = value;
                }
            });
        }

        await set.JoinAllAsync();
        return first;
    }
}
