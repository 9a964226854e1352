internal static class Early
{
    public static async Task<string> FirstAsync(bool isDry)
    {
        await using var set = new JoinSet<string>();
        using var http = new HttpClient();
        set.Spawn(token => http.GetStringAsync("https://example.org", token)); // JOIN008
        if (isDry)
        {
            throw new InvalidOperationException("nothing to do");
        }

        return (await set.JoinAllAsync())[0];
    }
}
