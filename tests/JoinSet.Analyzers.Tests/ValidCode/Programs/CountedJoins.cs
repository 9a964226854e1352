using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using JoinSets;

// As many joins as spawns, by every way to count them.
namespace CountedJoins;

public sealed class Downloads(HttpClient http)
{
    private async Task<int> Get(string u, CancellationToken t) => (await http.GetByteArrayAsync(u, t)).Length;
    public async Task<int> SlidingCounter(string[] urls)
    {
        await using var set = new JoinSet<int>();
        var next = 0; var done = 0; var sum = 0;
        while (next < 4 && next < urls.Length) { var u = urls[next++]; set.Spawn(t => Get(u, t)); }
        while (done < urls.Length)
        {
            var r = await set.JoinNextAsync();
            done++;
            sum += r!.Value.Value;
            if (next < urls.Length) { var u = urls[next++]; set.Spawn(t => Get(u, t)); }
        }
        return sum;
    }
    public async Task<int> SlidingFor(string[] urls)
    {
        using var set = new JoinSet<int>();
        var sum = 0;
        for (var i = 0; i < urls.Length; i++)
        {
            if (i >= 4) sum += (await set.JoinNextAsync())!.Value.Value;
            var u = urls[i];
            set.Spawn(t => Get(u, t));
        }
        for (var i = 0; i < Math.Min(4, urls.Length); i++) sum += (await set.JoinNextAsync())!.Value.Value;
        return sum;
    }
    public async Task<int> Either(string[] urls)
    {
        await using var set = new JoinSet<int>();
        int next = 0, running = 0, sum = 0;
        while (next < urls.Length || running > 0)
        {
            if (next < urls.Length && running < 4)
            {
                var u = urls[next++];
                set.Spawn(t => Get(u, t));
                running++;
            }
            else
            {
                sum += (await set.JoinNextAsync())!.Value.Value;
                running--;
            }
        }
        return sum;
    }
    public async Task<int> Pending(string[] urls)
    {
        await using var set = new JoinSet<int>();
        var pending = new HashSet<TaskId>();
        foreach (var u in urls) pending.Add(set.Spawn(t => Get(u, t)).Id);
        var sum = 0;
        while (true)
        {
            if (pending.Count == 0) break;
            var r = (await set.JoinNextAsync())!.Value;
            pending.Remove(r.Id);
            sum += r.Value;
        }
        return sum;
    }
    public async Task<int> PendingAfter(string[] urls)
    {
        using var set = new JoinSet<int>();
        var pending = new HashSet<TaskId>();
        foreach (var u in urls) pending.Add(set.Spawn(t => Get(u, t)).Id);
        var sum = 0;
        while (true)
        {
            var r = (await set.JoinNextAsync())!.Value;
            pending.Remove(r.Id);
            sum += r.Value;
            if (pending.Count == 0) return sum;
        }
    }
    public async Task<List<int>> Gathered(string[] urls)
    {
        await using var set = new JoinSet<int>();
        foreach (var u in urls) set.Spawn(t => Get(u, t));
        var results = new List<int>();
        await foreach (var r in set)
        {
            results.Add(r.Value);
            if (results.Count == urls.Length) break;
        }
        return results;
    }
    public async Task<List<int>> GatheredWhile(string[] urls)
    {
        using var set = new JoinSet<int>();
        foreach (var u in urls) set.Spawn(t => Get(u, t));
        var results = new List<int>();
        while (results.Count < urls.Length)
            results.Add((await set.JoinNextAsync())!.Value.Value);
        return results;
    }
    public async Task<int> Lambda(string[] urls)
    {
        Func<Task<int>> run = async () =>
        {
            using var set = new JoinSet<int>();
            foreach (var u in urls) set.Spawn(t => Get(u, t));
            var sum = 0;
            for (var i = 0; i < urls.Length; i++) sum += (await set.JoinNextAsync())!.Value.Value;
            return sum;
        };
        return await run() + await Local();
        async Task<int> Local()
        {
            using var set = new JoinSet<int>();
            foreach (var u in urls) set.Spawn(t => Get(u, t));
            var sum = 0;
            foreach (var _ in urls) sum += (await set.JoinNextAsync())!.Value.Value;
            return sum;
        }
    }
    public async Task Flush(string[] urls)
    {
        await using var set = new JoinSet<int>();
        for (var i = 0; i < urls.Length; i++)
        {
            var u = urls[i];
            set.Spawn(t => Get(u, t));
            if (i % 10 == 9 || i == urls.Length - 1)
            {
                foreach (var n in await set.JoinAllAsync()) Console.WriteLine(n);
            }
        }
    }
    public async Task Chunks(string[] urls)
    {
        await using var set = new JoinSet<int>();
        foreach (var chunk in urls.Chunk(10))
        {
            foreach (var u in chunk) set.Spawn(t => Get(u, t));
            for (var i = 0; i < chunk.Length; i++)
            {
                if (await set.JoinNextAsync() is not { IsSuccess: true } r) throw new InvalidOperationException();
                Console.WriteLine(r.Value);
            }
        }
    }
    public async Task Skips(string[] urls)
    {
        using var set = new JoinSet<int>();
        for (var i = 0; i < urls.Length; i++)
        {
            if (urls[i].Length == 0) continue;
            var u = urls[i];
            set.Spawn(t => Get(u, t));
        }
        for (var i = 0; i < urls.Length; i++)
        {
            if (urls[i].Length == 0) continue;
            Console.WriteLine((await set.JoinNextAsync())!.Value.Value);
        }
    }
    public async Task ForAnd(string[] urls)
    {
        using var set = new JoinSet<int>();
        foreach (var u in urls) set.Spawn(t => Get(u, t));
        for (var i = 0; i < urls.Length && await set.JoinNextAsync() is { } r; i++) Console.WriteLine(r.Value);
    }
    public async Task AllWatched(string[] urls)
    {
        using var set = new JoinSet<int>();
        var left = urls.Length;
        foreach (var u in urls) set.Spawn(t => Get(u, t));
        while (true)
        {
            var r = await set.JoinNextAsync();
            Console.WriteLine(r!.Value.Value);
            left -= 1;
            if (left == 0) return;
        }
    }
    public async Task DoWhile(string[] urls)
    {
        using var set = new JoinSet<int>();
        foreach (var u in urls) set.Spawn(t => Get(u, t));
        var left = urls.Length;
        do
        {
            var r = await set.JoinNextAsync();
            Console.WriteLine(r!.Value.Value);
        } while (--left > 0);
    }
    public async Task Retry(string[] urls)
    {
        using var set = new JoinSet<int>();
        foreach (var u in urls) set.Spawn(t => Get(u, t), u);
        var done = 0;
        while (done < urls.Length)
        {
            var r = (await set.JoinNextAsync())!.Value;
            if (r.IsFaulted) { var u = r.Name!; set.Spawn(t => Get(u, t), u); continue; }
            done++;
        }
    }
    public async Task RetryAll(string[] urls)
    {
        using var set = new JoinSet<int>();
        foreach (var u in urls) set.Spawn(t => Get(u, t), u);
        var done = 0;
        while (true)
        {
            var r = (await set.JoinNextAsync())!.Value;
            if (r.IsSuccess && ++done == urls.Length) break;
            if (r.IsFaulted) { var u = r.Name!; set.Spawn(t => Get(u, t), u); }
        }
    }
    public async Task Wave(string[] urls)
    {
        await using var set = new JoinSet<int>();
        var n = 0;
        foreach (var u in urls)
        {
            set.Spawn(t => Get(u, t));
            if (++n == 8)
            {
                while (n > 0) { Console.WriteLine((await set.JoinNextAsync())!.Value.Value); n--; }
            }
        }
        for (; n > 0; n--) Console.WriteLine((await set.JoinNextAsync())!.Value.Value);
    }
}
