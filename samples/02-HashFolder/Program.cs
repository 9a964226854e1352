using JoinSets;
using JoinSets.Samples;
using JoinSets.Samples.HashFolder;

// Hashes every file below a folder: blocking work on threads of its own, a few files at a time, results as they come.
const string Usage = "usage: HashFolder [FOLDER]   prints lines for 'sha256sum --check'; without FOLDER the current one is hashed";
string root = args is [] ? "." : args[0];
if (root is "--help" or "-h")
{
    Console.WriteLine(Usage);
    return 0;
}

if (args.Length > 1 || !Directory.Exists(root))
{
    Console.Error.WriteLine($"'{string.Join(' ', args)}' is not a folder.{Environment.NewLine}{Usage}");
    return UsageException.ExitCode;
}

CancellationToken interrupt = CtrlC.Watch();
FileTree tree = FileTree.Below(root, interrupt);

// As many files at once as there are cores; the others wait in the set for their turn.
await using var set = new JoinSet<FileHash>(new JoinSetOptions
{
    MaxConcurrency = Environment.ProcessorCount,
    CancellationToken = interrupt,
});
foreach (string path in tree.Files)
    set.SpawnBlocking(FileHash.Of, path, name: path);

HashTotals totals = await ProgressLines.ShowAsync("Hashing", tree.Files.Count, async lines =>
{
    var soFar = new HashTotals(tree, lines);
    await foreach (JoinResult<FileHash> result in set)
        soFar.Add(result);
    return soFar;
});

Console.Error.WriteLine(totals);
return interrupt.IsCancellationRequested ? CtrlC.ExitCode : 0;
