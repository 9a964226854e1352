internal sealed class Downloads
{
    private int _done;

    public async Task RunAsync(IEnumerable<string> paths)
    {
        await using var set = new JoinSet();
        set.SpawnEach(paths, async (path, token) =>
        {
            await File.ReadAllTextAsync(path, token);
            _done++; // JOIN004
        });
        await set.JoinAllAsync();
        Console.WriteLine(_done);
    }
}
