using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using JoinSets;

// As many joins as there are tasks, counted by whoever wrote it.
namespace Counting;

public static class Turns
{
    public static async Task NineInALineAsync(Func<CancellationToken, Task<int>> work)
    {
#pragma warning disable JOIN016 // how a set ends whose joins are counted is the question here
        var set = new JoinSet<int>();
#pragma warning restore JOIN016
        set.Spawn(work);
        set.Spawn(work);
        set.Spawn(work);
        set.Spawn(work);
        set.Spawn(work);
        set.Spawn(work);
        set.Spawn(work);
        set.Spawn(work);
        set.Spawn(work);
        Console.WriteLine(await set.JoinNextAsync());
        Console.WriteLine(await set.JoinNextAsync());
        Console.WriteLine(await set.JoinNextAsync());
        Console.WriteLine(await set.JoinNextAsync());
        Console.WriteLine(await set.JoinNextAsync());
        Console.WriteLine(await set.JoinNextAsync());
        Console.WriteLine(await set.JoinNextAsync());
        Console.WriteLine(await set.JoinNextAsync());
        Console.WriteLine(await set.JoinNextAsync());
    }

    public static async Task<int> FourInALineAsync(Func<CancellationToken, Task<int>> work)
    {
        await using var set = new JoinSet<int>();
        var names = new List<string>();
        int last = 0;
        set.Spawn(_ =>
        {
            names.Add("first");
            last = names.Count;
            return Task.FromResult(last);
        });
        set.Spawn(work);
        set.Spawn(work);
        set.Spawn(work);
        Console.WriteLine(await set.JoinNextAsync());
        Console.WriteLine(await set.JoinNextAsync());
        Console.WriteLine(await set.JoinNextAsync());
        Console.WriteLine(await set.JoinNextAsync());
        names.Add("joined");
        return last;
    }

    public static async Task<List<int>> AskedEachTimeAsync(IReadOnlyList<string> urls)
    {
        await using var set = new JoinSet<int>();
        using var http = new HttpClient();
        var lengths = new List<int>();
        for (int i = 0; i < urls.Count; i++)
        {
            string url = urls[i];
            set.Spawn(async token => (await http.GetStringAsync(url, token)).Length);
        }

        for (int i = 0; i < urls.Count; i++)
        {
            if (await set.JoinNextAsync() is { } result)
            {
                lengths.Add(result.Value);
            }
        }

        return lengths;
    }

    public static async Task<List<int>> CountedDownAsync(IReadOnlyList<string> urls)
    {
        await using var set = new JoinSet<int>();
        using var http = new HttpClient();
        var lengths = new List<int>();
        foreach (string url in urls)
        {
            set.Spawn(async token => (await http.GetStringAsync(url, token)).Length);
        }

        int left = urls.Count;
        while (left > 0)
        {
            if (await set.JoinNextAsync() is { } result)
            {
                lengths.Add(result.Value);
            }

            left--;
        }

        return lengths;
    }
}

// How many come in at once, said by a constant.
public sealed class OneByOne
{
    private const int One = 1;

    private static readonly SemaphoreSlim s_shared = new(One, One);

    private readonly SemaphoreSlim _gate = new(maxCount: 4, initialCount: One);
    private readonly List<string> _seen = [];

    public async Task VisitAsync(IReadOnlyList<string> urls)
    {
        const int width = 1;
        var names = new List<string>();
        var all = new List<string>();
        var gate = new SemaphoreSlim(width);
        await using var set = new JoinSet();
        foreach (string url in urls)
        {
            set.Spawn(async token =>
            {
                await gate.WaitAsync(token);
                try
                {
                    names.Add(url);
                }
                finally
                {
                    gate.Release();
                }
            });
            set.Spawn(async token =>
            {
                await s_shared.WaitAsync(token);
                try
                {
                    all.Add(url);
                }
                finally
                {
                    s_shared.Release();
                }
            });
            set.Spawn(async token =>
            {
                await _gate.WaitAsync(token);
                try
                {
                    _seen.Add(url);
                }
                finally
                {
                    _gate.Release();
                }
            });
        }

        await set.JoinAllAsync();
    }
}

public sealed class InTurn : IAsyncDisposable
{
    private const int One = 1;

    private readonly JoinSet _set = new(new JoinSetOptions { MaxConcurrency = One });

    public async Task CollectAsync(IReadOnlyList<string> urls)
    {
        var names = new List<string>();
        foreach (string url in urls)
        {
            _set.Spawn(async token =>
            {
                await Task.Delay(1, token);
                names.Add(url);
            });
        }

        await _set.JoinAllAsync();
    }

    public ValueTask DisposeAsync() => _set.DisposeAsync();
}
