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

// The drain is in another method, a local function, an extension or a delegate.
namespace Helping;

public static class Draining
{
    public static async Task ByMethodAsync()
    {
        await using var set = new JoinSet<int>();
        set.Spawn(static token => Task.FromResult(1));
        await DrainAsync(set);
    }

    public static async Task ByExtensionAsync()
    {
        await using var set = new JoinSet<int>();
        set.Spawn(static token => Task.FromResult(1));
        await set.DrainAsync();
    }

    public static async Task ByLocalFunctionAsync()
    {
        await using var set = new JoinSet<int>();
        set.Spawn(static token => Task.FromResult(1));
        await FinishAsync();

        async Task FinishAsync()
        {
            await foreach (var result in set)
            {
                Console.WriteLine(result.Value);
            }
        }
    }

    public static async Task ByDelegateAsync(Func<JoinSet<int>, Task> drain)
    {
        await using var set = new JoinSet<int>();
        set.Spawn(static token => Task.FromResult(1));
        await drain(set);
    }

    public static async Task ByLambdaAsync()
    {
        await using var set = new JoinSet<int>();
        set.Spawn(static token => Task.FromResult(1));
        Func<Task<int[]>> all = () => set.JoinAllAsync();
        Console.WriteLine((await all()).Length);
    }

    public static async Task ByAliasAsync()
    {
        await using var set = new JoinSet<int>();
        var same = set;
        set.Spawn(static token => Task.FromResult(1));
        await same.DrainAsync();
    }

    public static Task<int[]> ByCallerAsync()
    {
        var set = new JoinSet<int>();
        set.Spawn(static token => Task.FromResult(1));
        return set.JoinAllAsync();
    }

    private static async Task DrainAsync(this JoinSet<int> set)
    {
        while (await set.JoinNextAsync() is { } result)
        {
            Console.WriteLine(result.Value);
        }
    }
}
