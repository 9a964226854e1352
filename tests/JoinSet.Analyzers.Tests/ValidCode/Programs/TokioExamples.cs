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

// The examples and tests of tokio's JoinSet, in C# dress.
namespace Tokio;

public static class TokioExamples
{
    public static async Task SpawnTenAsync()
    {
        await using var set = new JoinSet<int>();
        for (int i = 0; i < 10; i++)
        {
            int value = i;
            set.Spawn(token => Task.FromResult(value));
        }

        var seen = new bool[10];
        while (await set.JoinNextAsync() is { } result)
        {
            seen[result.Value] = true;
        }

        Debug.Assert(seen.All(static was => was));
    }

    public static async Task AbortAllAsync()
    {
        await using var set = new JoinSet();
        for (int i = 0; i < 10; i++)
        {
            set.Spawn(static token => Task.Delay(Timeout.Infinite, token));
        }

        set.AbortAll();
        int count = 0;
        while (await set.JoinNextAsync() is { } result)
        {
            Debug.Assert(result.IsCanceled);
            count++;
        }

        Debug.Assert(count == 10 && set.IsEmpty);
    }

    public static async Task AbortSomeAsync()
    {
        await using var set = new JoinSet<int>();
        var handles = new List<AbortHandle>();
        for (int i = 0; i < 16; i++)
        {
            handles.Add(set.Spawn(static async token => { await Task.Delay(Timeout.Infinite, token); return 1; }));
        }

        foreach (AbortHandle handle in handles)
        {
            handle.Abort();
        }

        await foreach (var result in set)
        {
            Debug.Assert(result.Error is { IsCanceled: true });
        }
    }

    public static void DetachThem()
    {
        using var set = new JoinSet();
        set.Spawn(static token => Task.Delay(10, token));
        set.DetachAll();
        Debug.Assert(set.IsEmpty);
    }

    public static async Task AlternateAsync()
    {
        await using var set = new JoinSet<int>();
        Debug.Assert(set.IsEmpty);
        set.Spawn(static token => Task.FromResult(1));
        Debug.Assert(set.Count == 1);
        set.Spawn(static token => Task.FromResult(2));
        Debug.Assert(set.Count == 2);
        if (await set.JoinNextAsync() is { } first)
        {
            Console.WriteLine(first.Value);
        }

        if (await set.JoinNextAsync() is { } second)
        {
            Console.WriteLine(second.Value);
        }

        Debug.Assert(await set.JoinNextAsync() is null);
    }

    public static async Task ShutdownAsync()
    {
        await using var set = new JoinSet();
        set.SpawnEach(Enumerable.Range(0, 5), static (_, token) => Task.Delay(Timeout.Infinite, token));
        await set.ShutdownAsync();
        Debug.Assert(set.Count == 0);
    }

    public static async Task<int[]> JoinAllAsync(IEnumerable<Task<int>> started)
    {
        await using var set = new JoinSet<int>();
        foreach (Task<int> task in started)
        {
            set.Add(task);
        }

        return await set.JoinAllAsync();
    }
}
