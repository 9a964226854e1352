namespace JoinSets.Samples.Tests;

internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("joinset-samples-").FullName;

    public string Write(string name, string text)
    {
        string path = Path.Join(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Who reads the file waits until somebody feeds it. Not on Windows.</summary>
    public string MakePipe(string name)
    {
        string path = Path.Join(Root, name);
        Command.Run("mkfifo", path);
        return path;
    }

    /// <summary>Waits for the reader, which may not have opened the pipe yet.</summary>
    public static async Task FeedAsync(string pipe, string text)
    {
        // Shared with its reader: .NET would lock the file otherwise.
        await using FileStream stream = await Task.Run(() => new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            .WaitAsync(TimeSpan.FromMinutes(2));
        await using var writer = new StreamWriter(stream);
        await writer.WriteAsync(text);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
