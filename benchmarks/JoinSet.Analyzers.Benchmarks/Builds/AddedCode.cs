using System.Text.RegularExpressions;
using JoinSets.Analyzers.Benchmarks.Cases;
using JoinSets.Benchmarks.Running;

namespace JoinSets.Analyzers.Benchmarks.Builds;

/// <summary>Uses of sets that are added to a build: methods of all kinds, and the samples that each rule must report.</summary>
/// <param name="files">Where they lie.</param>
/// <param name="methods">How many there are, the samples aside.</param>
internal sealed partial class AddedCode(IReadOnlyList<string> files, int methods)
{
    /// <summary>What the samples expect of a project for which the SDK writes no usings.</summary>
    private const string Preamble = "#nullable enable\nusing System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Net.Http; using System.Threading; using System.Threading.Tasks;\n";

    public static AddedCode Nothing { get; } = new([], 0);

    public IReadOnlyList<string> Files { get; } = files;

    public int Methods { get; } = methods;

    public static async Task<AddedCode> WriteAsync(int methods, string folder)
    {
        var files = new List<string>();
        foreach (var text in UsingMethods.Files(methods))
        {
            await AddAsync("#nullable enable\n" + text);
        }

        foreach (var sample in Directory.EnumerateFiles(Path.Combine(Repository.Docs, "..", "samples", "Pitfalls"), "JOIN*.cs").Order(StringComparer.Ordinal))
        {
            await AddAsync(Preamble + await File.ReadAllTextAsync(sample));
        }

        return new AddedCode(files, methods);

        async Task AddAsync(string text)
        {
            files.Add(Path.Combine(folder, $"Added{files.Count}.cs"));
            await File.WriteAllTextAsync(files[^1], text);
        }
    }

    /// <summary>What the samples say of themselves: which rule reports which line.</summary>
    public async Task<IReadOnlySet<CodeReport>> MarksAsync()
    {
        var marks = new HashSet<CodeReport>();
        foreach (var file in Files)
        {
            var lines = await File.ReadAllLinesAsync(file);
            for (var line = 0; line < lines.Length; line++)
            {
                if (Mark().Match(lines[line]) is { Success: true } mark)
                {
                    marks.Add(new CodeReport(Path.GetFileName(file), line + 1, mark.Groups[1].Value));
                }
            }
        }

        return marks;
    }

    [GeneratedRegex(@"// (JOIN\d{3})\s*$")]
    private static partial Regex Mark();
}
