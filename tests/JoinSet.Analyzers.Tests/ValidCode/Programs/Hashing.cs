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

// Work that blocks, on threads of its own.
namespace Hashing;

public static class Hasher
{
    public static async Task<IReadOnlyDictionary<string, byte[]>> HashAsync(string folder, CancellationToken token)
    {
        var hashes = new Dictionary<string, byte[]>();
        var set = new JoinSet<(string Path, byte[] Hash)>(new JoinSetOptions { MaxConcurrency = Environment.ProcessorCount, CancellationToken = token });
        await using (set.ConfigureAwait(false))
        {
            foreach (string file in Directory.EnumerateFiles(folder))
            {
                set.SpawnBlocking(static (path, ct) => (path, SHA256.HashData(File.ReadAllBytes(path))), file, name: file);
            }

            await foreach (var (hash, error) in set.JoinEachAsync(token).ConfigureAwait(false))
            {
                if (error is null)
                {
                    hashes.Add(hash.Path, hash.Hash);
                }
                else
                {
                    Console.Error.WriteLine($"{error.Name}: {error.Exception.Message}");
                }
            }
        }

        return hashes;
    }
}
