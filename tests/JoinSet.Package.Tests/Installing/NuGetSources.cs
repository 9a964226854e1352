using System.Text.RegularExpressions;

namespace JoinSets.Package.Tests;

/// <summary>The package sources that this machine is set up with.</summary>
internal static partial class NuGetSources
{
    public static async Task<IReadOnlyList<string>> EnabledIn(string folder)
    {
        CommandResult listed = await DotnetCommand.RunAsync(folder, ["nuget", "list", "source"]);
        return [.. NumberedSource().Matches(listed.Succeeded().Output).Select(match => match.Groups["name"].Value)];
    }

    // "  1.  nuget.org [Enabled]"
    [GeneratedRegex(@"^\s*\d+\.\s+(?<name>.+) \[Enabled\]\s*$", RegexOptions.Multiline)]
    private static partial Regex NumberedSource();
}
