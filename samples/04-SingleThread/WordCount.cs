using System.Text.RegularExpressions;

namespace JoinSets.Samples.SingleThread;

/// <summary>
/// Many readers, one Dictionary. SpawnLocal posts each task to the current context, here a single thread, so tasks take turns
/// at their awaits and never touch the dictionary at the same time; with Spawn this would be a data race.
/// </summary>
internal static partial class WordCount
{
    public static async Task RunAsync(IReadOnlyList<string> paths)
    {
        Dictionary<string, int> counts = new(StringComparer.OrdinalIgnoreCase);
        HashSet<int> threads = [];

        await using var set = new JoinSet<int>();
        foreach (string path in paths)
            set.SpawnLocal(token => CountAsync(path, token), name: path);

        await foreach (JoinResult<int> result in set)
        {
            string outcome = result.TryGetValue(out int words) ? $"{words} words" : result.Error!.Exception.Message;
            Console.WriteLine($"{result.Name}: {outcome}");
        }

        foreach ((string word, int count) in counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(5))
            Console.WriteLine($"{count,6} x {word}");
        Console.WriteLine($"The dictionary was touched by {threads.Count} thread.");

        async Task<int> CountAsync(string path, CancellationToken token)
        {
            int words = 0;
            await foreach (string line in File.ReadLinesAsync(path, token))
            {
                threads.Add(Environment.CurrentManagedThreadId);
                foreach (Match word in Word().Matches(line))
                {
                    counts[word.Value] = counts.GetValueOrDefault(word.Value) + 1;
                    words++;
                }
            }

            return words;
        }
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
