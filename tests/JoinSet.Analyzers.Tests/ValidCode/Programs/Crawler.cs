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

// A task that finds more work spawns it into its own set; the loop ends when nothing is left.
namespace Crawling;

public sealed class Crawler(HttpClient http)
{
    private readonly ConcurrentDictionary<Uri, bool> _seen = new();

    public async Task<int> CrawlAsync(Uri root, CancellationToken token)
    {
        int pages = 0;
        await using var set = new JoinSet<int>(token);
        set.Spawn(ct => VisitAsync(set, root, ct));
        while (await set.JoinNextAsync(token) is { } page)
        {
            pages += page.Value;
        }

        return pages;
    }

    private async Task<int> VisitAsync(JoinSet<int> set, Uri page, CancellationToken token)
    {
        if (!_seen.TryAdd(page, true))
        {
            return 0;
        }

        string body = await http.GetStringAsync(page, token);
        foreach (Uri link in LinksIn(body))
        {
            set.Spawn(ct => VisitAsync(set, link, ct));
        }

        return 1;
    }

    private static IEnumerable<Uri> LinksIn(string body)
        => body.Split('"').Where(static part => part.StartsWith("https://", StringComparison.Ordinal)).Select(static part => new Uri(part));
}
