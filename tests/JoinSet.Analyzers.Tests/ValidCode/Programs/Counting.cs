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
