namespace JoinSets.Benchmarks.Running;

/// <summary>A part of docs/performance.md that a run writes, between two marks; the rest of the page is written by hand.</summary>
internal static class GeneratedSection
{
    public static async Task WriteAsync(string docs, string name, string content)
    {
        var page = Path.Combine(docs, "performance.md");
        var begin = $"<!-- begin {name}: written by the benchmarks -->";
        var end = $"<!-- end {name} -->";
        var text = await File.ReadAllTextAsync(page);
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = text.IndexOf(end, StringComparison.Ordinal);
        if (from < begin.Length || to < from)
        {
            throw new InvalidOperationException($"{page} has no section {name}");
        }

        await File.WriteAllTextAsync(page, $"{text[..from]}\n{content.ReplaceLineEndings("\n").Trim()}\n{text[to..]}");
    }
}
