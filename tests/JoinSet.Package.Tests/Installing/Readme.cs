using System.Text.RegularExpressions;

namespace JoinSets.Package.Tests;

/// <summary>The README's first example, and what it says of it.</summary>
internal static partial class Readme
{
    private static readonly string s_text = File.ReadAllText(Path.Combine(PackedPackage.RepositoryRoot, "README.md"));

    public static string FirstExample => CSharpBlock().Match(s_text).Groups["code"].Value;

    public static string[] PromisedLines => [.. Promise().Match(s_text).Groups["line"].Captures.Select(line => line.Value)];

    [GeneratedRegex(@"^```csharp\r?\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    // "It prints `a`, `b`, `c`." A line may break after a comma.
    [GeneratedRegex(@"^It prints (`(?<line>[^`]+)`,\s+)*`(?<line>[^`]+)`\.", RegexOptions.Multiline)]
    private static partial Regex Promise();
}
