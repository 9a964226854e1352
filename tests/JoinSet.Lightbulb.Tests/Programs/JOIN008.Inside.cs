internal static class Each
{
    public static async Task<int> LengthAsync(IEnumerable<string> urls)
    {
        await using var set = new JoinSet<string>();
        foreach (string url in urls)
        {
            using var http = new HttpClient();
            set.Spawn(token => http.GetStringAsync(url, token)); // JOIN008
        }

        int length = 0;
        foreach (string page in await set.JoinAllAsync())
        {
            length += page.Length;
        }

        return length;
    }
}
