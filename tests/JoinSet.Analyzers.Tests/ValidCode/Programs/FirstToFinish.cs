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

// Fetch many addresses and handle each answer the moment it is there.
using var http = new HttpClient();
await using var set = new JoinSet<string>(new JoinSetOptions { Name = "fetch", MaxConcurrency = 16 });
foreach (string url in args)
{
    set.Spawn((client, token) => client.GetStringAsync(url, token), http, name: url);
}

int failures = 0;
await foreach (var result in set)
{
    if (result.TryGetValue(out string? body))
    {
        Console.WriteLine($"{result.Name}: {body.Length} characters, {set.Count} to go");
        continue;
    }

    failures++;
    Console.Error.WriteLine($"{result.Name}: {result.Error!.Exception.Message}");
}

return failures == 0 ? 0 : 1;
