internal static class Files
{
    public static async Task ReadAllAsync(IEnumerable<string> paths)
    {
        Exception? error = null;
        await using var set = new JoinSet();
        foreach (string path in paths)
        {
            set.Spawn(async token =>
            {
                try
                {
                    await File.ReadAllTextAsync(path, token);
                }
                catch (Exception ex)
                {
                    error = ex; // JOIN007
                }
            });
        }

        await set.JoinAllAsync();
        Console.WriteLine(error);
    }
}
