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

// Every path that spawns also joins; the others have nothing to join.
namespace Branching;

public static class Branches
{
    public static async Task EarlyReturnAsync(IReadOnlyList<int> items)
    {
        await using var set = new JoinSet<int>();
        if (items.Count == 0)
        {
            return;
        }

        set.SpawnEach(items, static (item, token) => Task.FromResult(item));
        Console.WriteLine((await set.JoinAllAsync()).Sum());
    }

    public static async Task FinallyAsync(Func<CancellationToken, Task> work)
    {
        var set = new JoinSet();
        try
        {
            set.Spawn(work);
        }
        finally
        {
            await set.ShutdownAsync();
            set.Dispose();
        }
    }

    public static async Task EachBatchAsync(IEnumerable<int[]> batches)
    {
        foreach (int[] batch in batches)
        {
            await using var set = new JoinSet<int>();
            set.SpawnEach(batch, static (item, token) => Task.FromResult(item));
            int[] done = await set.JoinAllAsync();
            Console.WriteLine(done.Length);
        }
    }

    public static async Task OneSetForAllBatchesAsync(IEnumerable<int[]> batches)
    {
        await using JoinSet<int> set = new();
        foreach (int[] batch in batches)
        {
            set.SpawnEach(batch, static (item, token) => Task.FromResult(item));
            while (!set.IsEmpty)
            {
                if (await set.JoinNextAsync() is { } result)
                {
                    Console.WriteLine(result.Value);
                }
            }
        }
    }

    public static async Task NestedAsync()
    {
        await using var outer = new JoinSet<int>();
        outer.Spawn(static async token =>
        {
            await using var inner = new JoinSet<int>(token);
            inner.Spawn(static ct => Task.FromResult(1));
            return (await inner.JoinAllAsync(token)).Sum();
        });
        Console.WriteLine((await outer.JoinAllAsync()).Sum());
    }

    // The handler stands around the place where the delegate is made, and is in another graph than the set.
    public static async Task WithinTryAsync(int[] sizes, Func<Func<Task<int>>, Task> later)
    {
        try
        {
            await later(static async () =>
            {
                await using var set = new JoinSet<int>();
                set.Spawn(static token => Task.FromResult(1));
                return (await set.JoinAllAsync()).Sum();
            });
            foreach (int size in sizes)
            {
                Console.WriteLine(size == 0 ? "none" : size == 1 ? "one" : size == 2 ? "two" : "many");
            }
        }
        catch (InvalidOperationException) when (sizes.Length > 3)
        {
            Console.WriteLine(sizes.Length);
        }
    }

    public static void FireAndForget(Func<CancellationToken, Task> work)
    {
        using var set = new JoinSet();
        set.Spawn(work);
        set.DetachAll();
    }

    public static void NeverUsed()
    {
        using var set = new JoinSet<int>();
        Console.WriteLine(set.Count);
    }
}
