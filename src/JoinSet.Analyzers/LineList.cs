using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers;

/// <summary>Places as words for a message, so that a build log alone tells the story: "line 7", "lines 7, 9 and 12", "line 3 of Cache.cs".</summary>
internal static class LineList
{
    /// <summary>A message is one line of a log: beyond these, the rest is only counted.</summary>
    private const int MostNamed = 5;

    /// <param name="places">Where something happens.</param>
    /// <param name="home">The file that the message stands in: of others, the name is told. Null: all of them stand in it.</param>
    internal static string Of(IEnumerable<Location> places, SyntaxTree? home = null)
    {
        List<string> files = places.GroupBy(place => home is null || place.SourceTree == home ? null : place.SourceTree)
            .OrderBy(static file => file.Key is not null)
            .Select(static file => Lines(file) + NameOf(file.Key))
            .ToList();
        return files.Count == 0 ? "lines that are out of sight" : string.Join(" and ", files);
    }

    private static string Lines(IEnumerable<Location> places)
    {
        List<int> lines = places.Select(static place => place.GetMappedLineSpan().StartLinePosition.Line + 1).Distinct().ToList();
        return lines.Count == 1 ? $"line {lines[0]}" : $"lines {Join(lines)}";
    }

    private static string NameOf(SyntaxTree? file) => file is null ? "" : file.FilePath.Length == 0 ? " of another file" : " of " + Path.GetFileName(file.FilePath);

    private static string Join(List<int> lines)
    {
        int named = lines.Count > MostNamed ? MostNamed : lines.Count - 1;
        string last = lines.Count > MostNamed ? $"{lines.Count - named} more" : $"{lines[named]}";
        return $"{string.Join(", ", lines.Take(named))} and {last}";
    }
}
