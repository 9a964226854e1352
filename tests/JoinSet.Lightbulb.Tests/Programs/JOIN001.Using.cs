internal static class Numbers
{
    public static async IAsyncEnumerable<int> AllAsync(int count)
    {
        var set = new JoinSet<int>(); // JOIN001
        for (int i = 0; i < count; i++)
        {
            set.Spawn(_ => Task.FromResult(1));
        }

        while (await set.JoinNextAsync() is { } result)
        {
            yield return result.Value;
        }
    }
}
