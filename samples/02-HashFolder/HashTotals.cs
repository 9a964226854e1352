using Spectre.Console;

namespace JoinSets.Samples.HashFolder;

/// <summary>Prints each result as it comes and adds it up.</summary>
internal sealed class HashTotals
{
    private readonly int _files;
    private readonly ProgressLines _lines;
    private int _hashed;
    private int _unreadable;
    private int _cancelled;
    private long _bytes;

    public HashTotals(FileTree tree, ProgressLines lines)
    {
        _files = tree.Files.Count;
        _lines = lines;
        foreach (string folder in tree.Unreadable)
            Complain(folder);
    }

    public void Add(JoinResult<FileHash> result)
    {
        if (result.TryGetValue(out FileHash? hash))
            Print(hash);
        else if (result.IsCanceled)
            _cancelled++;
        else
            Complain($"{result.Name}: {result.Error!.Exception.Message}");

        _lines.Advance();
    }

    public override string ToString() =>
        $"{_hashed:N0} of {_files:N0} files hashed, {_bytes:N0} bytes; {_unreadable:N0} unreadable, {_cancelled:N0} cancelled.";

    private void Print(FileHash hash)
    {
        _hashed++;
        _bytes += hash.Length;
        _lines.Print($"{hash.Hex}  {hash.Path}", Color.Default);

        // A terminal shows a bar; elsewhere a line for each tenth of the way does.
        bool tenth = _hashed * 10L / _files > (_hashed - 1) * 10L / _files;
        if (Console.IsOutputRedirected && tenth)
            Console.Error.WriteLine($"{_hashed:N0} of {_files:N0} files, {_bytes:N0} bytes");
    }

    private void Complain(string what)
    {
        _unreadable++;
        _lines.Complain($"unreadable: {what}");
    }
}
