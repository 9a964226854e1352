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

// A set that lives as long as its owner.
namespace Owning;

public sealed class Background : IAsyncDisposable
{
    private readonly JoinSet _tasks = new();

    public int Pending => _tasks.Count;

    public AbortHandle Start(Func<CancellationToken, Task> work) => _tasks.Spawn(work);

    public ValueTask DisposeAsync() => _tasks.DisposeAsync();
}

public sealed class Pool(JoinSet<int> shared)
{
    public void Add(int value) => shared.Spawn(ct => Task.FromResult(value));

    public async Task<int> SumAsync() => (await shared.JoinAllAsync()).Sum();
}

public static class Factory
{
    public static JoinSet<int> Filled(IEnumerable<int> values)
    {
        var set = new JoinSet<int>();
        set.SpawnEach(values, static (value, token) => Task.FromResult(value * value));
        return set;
    }

    public static Background Started()
    {
        var background = new Background();
        background.Start(static token => Task.Delay(10, token));
        return background;
    }

    public static void Give(List<JoinSet<int>> all)
    {
        var set = new JoinSet<int>();
        set.Spawn(static token => Task.FromResult(1));
        all.Add(set);
    }

    public static void Hand(out JoinSet<int> given)
    {
        var set = new JoinSet<int>();
        set.Spawn(static token => Task.FromResult(1));
        given = set;
    }
}
