using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers;

/// <summary>Places as words for a message, so that a build log alone tells the story: "line 7", "lines 7, 9 and 12".</summary>
internal static class LineList
{
    /// <summary>A message is one line of a log: beyond these, the rest is only counted.</summary>
    private const int MostNamed = 5;

    internal static string Of(IEnumerable<Location> places)
    {
        List<int> lines = places.Select(static place => place.GetMappedLineSpan().StartLinePosition.Line + 1).Distinct().ToList();
        return lines.Count == 0 ? "lines that are out of sight" : lines.Count == 1 ? $"line {lines[0]}" : $"lines {Join(lines)}";
    }

    private static string Join(List<int> lines)
    {
        int named = lines.Count > MostNamed ? MostNamed : lines.Count - 1;
        string last = lines.Count > MostNamed ? $"{lines.Count - named} more" : $"{lines[named]}";
        return $"{string.Join(", ", lines.Take(named))} and {last}";
    }
}
