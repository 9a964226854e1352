namespace JoinSets.Samples.HashFolder;

/// <summary>The files below a folder, and the folders that would not be looked into. Links to folders are not followed: they may form a ring.</summary>
internal sealed class FileTree
{
    private readonly List<string> _files = [];
    private readonly List<string> _unreadable = [];

    private FileTree()
    {
    }

    public IReadOnlyList<string> Files => _files;

    public IReadOnlyList<string> Unreadable => _unreadable;

    public static FileTree Below(string root, CancellationToken cancellationToken)
    {
        var tree = new FileTree();
        var folders = new Stack<string>([root]);
        while (!cancellationToken.IsCancellationRequested && folders.TryPop(out string? folder))
        {
            try
            {
                tree.Look(new DirectoryInfo(folder), folders);
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                tree._unreadable.Add($"{folder}: {unreadable.Message}");
            }
        }

        return tree;
    }

    private void Look(DirectoryInfo folder, Stack<string> folders)
    {
        foreach (FileSystemInfo entry in folder.EnumerateFileSystemInfos())
        {
            string path = Path.Join(folder.ToString(), entry.Name);
            if (entry is FileInfo)
                _files.Add(path);
            else if (entry.LinkTarget is null)
                folders.Push(path);
        }
    }
}
