namespace JoinSets.Samples.FirstToFinish;

/// <summary>URLs as people give them: one as an argument, or a file of them.</summary>
internal static class UrlList
{
    public static IEnumerable<Uri> Read(string argument) =>
        argument.Contains("://", StringComparison.Ordinal) ? [Parse(argument, "")] : ReadFile(argument);

    private static List<Uri> ReadFile(string path)
    {
        List<Uri> urls = [];
        foreach ((int index, string line) in ReadLines(path).Index())
        {
            string text = line.Trim();
            if (text is not ("" or ['#', ..]))
                urls.Add(Parse(text, $"{path}, line {index + 1}: "));
        }

        return urls.Count > 0 ? urls : throw new UsageException($"{path}: no URL in this file.");
    }

    private static string[] ReadLines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{path}: neither an http(s) URL nor a file that can be read. {unreadable.Message}");
        }
    }

    private static Uri Parse(string text, string where)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps))
            return url;

        throw new UsageException($"{where}bad URL '{text}'; http://... or https://... was expected.");
    }
}
