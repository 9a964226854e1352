namespace JoinSets.Samples.Consequences;

// The folder does not exist, so no file can be written. The loop says that all is well.
internal static class IgnoredJoinResult
{
    public static async Task RunAsync()
    {
        string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        string[] paths = [Path.Combine(folder, "one.txt"), Path.Combine(folder, "two.txt")];

        await using var set = new JoinSet();
        foreach (string path in paths)
        {
            set.Spawn(token => File.WriteAllTextAsync(path, "hello", token));
        }

        await foreach (var result in set) // JOIN009
        {
            Console.WriteLine("one more is done");
        }

        Console.WriteLine($"{paths.Count(File.Exists)} of {paths.Length} files are there");
    }
}
