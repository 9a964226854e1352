#:property PublishAot=false

// Makes the room of a new rule, five places under one id and one stem:
//
//   dotnet run tools/new-rule.cs JOIN018 SomeStem warning
//
// What it writes builds and passes RuleRoomTests. The rule reports nothing yet, so RulePageTests ask for the report on the page's marked
// line until it is written, RuleListTests for the rule's row in the README, and ConsequenceTests for its program in samples/Consequences.

using System.Text.RegularExpressions;

if (args is not [var id, var stem, "warning" or "info"]
    || !Regex.IsMatch(id, "^JOIN[0-9]{3}$") || !Regex.IsMatch(stem, "^[A-Z][A-Za-z0-9]+$"))
{
    Console.Error.WriteLine("usage: dotnet run tools/new-rule.cs JOIN018 SomeStem warning|info");
    return 2;
}

string severity = args[2] == "warning" ? "Warning" : "Info";
string root = Path.GetFullPath("..", FolderOfThisFile());
string releases = Path.Combine(root, "src/JoinSet.Analyzers/AnalyzerReleases.Unshipped.md");
if (Directory.EnumerateDirectories(Path.Combine(root, "src/JoinSet.Analyzers/Rules")).Any(IsTaken)
    || File.Exists(Path.Combine(root, $"docs/rules/{id}.md")))
{
    Console.Error.WriteLine($"{id} or {stem} is taken: git ls-files '*{id}*' '*{stem}*'");
    return 1;
}

Write($"src/JoinSet.Analyzers/Rules/{id}_{stem}/{stem}Analyzer.cs", Analyzer());
Write($"src/JoinSet.CodeFixes/Rules/{id}_{stem}/{stem}Fix.cs", Fix());
Write($"src/JoinSet.CodeFixes/Rules/{id}_{stem}/{stem}Remedy.cs", Remedy());
Write($"tests/JoinSet.Analyzers.Tests/Rules/{id}_{stem}/{stem}AnalyzerTests.cs", AnalyzerTests());
Write($"docs/rules/{id}.md", Page());
AddReleaseRow();
Console.WriteLine($"""

    Next:
      1. the page: what is wrong, where it is reported, what the best fix makes of it
      2. the analyzer and its tests; the remedy and its tests ({stem}FixTests.cs), or no fix and a page that says '## Why there is no fix'
      3. a pitfall: samples/Pitfalls/{id}_{stem}.cs, and its line in Program.cs there
      4. a program that shows what happens if one ignores it: samples/Consequences/{id}_{stem}.cs, its line in Program.cs there, and what it prints on the page
      5. the fix's title: tests/JoinSet.Lightbulb.Tests/Remedies.cs; the rule's line in README.md and CHANGELOG.md
    """);
return 0;

bool IsTaken(string room) => Path.GetFileName(room).Split('_') is var name && (name[0] == id || name[^1] == stem);

void Write(string path, string text)
{
    string file = Path.Combine(root, path);
    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
    File.WriteAllText(file, text.ReplaceLineEndings("\n") + "\n");
    Console.WriteLine($"wrote {path}");
}

// The rows stand in the order of their ids.
void AddReleaseRow()
{
    string row = $"{id} | JoinSet  | {severity,-8} | {stem}Analyzer, [page](https://github.com/joinset/JoinSet/blob/main/docs/rules/{id}.md)";
    List<string> lines = [.. File.ReadAllLines(releases)];
    int place = lines.FindIndex(line => line.StartsWith("JOIN", StringComparison.Ordinal) && string.CompareOrdinal(line, row) > 0);
    lines.Insert(place < 0 ? lines.Count : place, row);
    File.WriteAllText(releases, string.Join('\n', lines) + "\n");
    Console.WriteLine($"added {id} to src/JoinSet.Analyzers/AnalyzerReleases.Unshipped.md");
}

string Analyzer() => $$"""
    using System.Collections.Immutable;
    using JoinSets.Analyzers.Typestate;
    using Microsoft.CodeAnalysis;
    using Microsoft.CodeAnalysis.Diagnostics;

    namespace JoinSets.Analyzers.Rules;

    /// <summary>{{id}}: what is wrong, in one sentence.</summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    public sealed class {{stem}}Analyzer : SetLifeAnalyzer
    {
        internal const string Id = "{{id}}";

        private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.{{severity}}(
            Id,
            title: "What is wrong, in a few words",
            message: "'{0}': what is wrong here, with the lines of the other places",
            description: "What happens at run time, and what to do instead.");

        /// <inheritdoc/>
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

        // Diagnostic.Create(s_rule, place, life.Name) for each place; JoinSetAnalyzer is the base of a rule that follows no set.
        private protected override IEnumerable<Diagnostic> Judge(SetLife life) => [];
    }
    """;

string Fix() => $$"""
    using System.Collections.Immutable;
    using System.Composition;
    using JoinSets.Analyzers.Rules;
    using Microsoft.CodeAnalysis;
    using Microsoft.CodeAnalysis.CodeFixes;

    namespace JoinSets.CodeFixes.Rules;

    /// <summary>{{id}}: what its fixes do.</summary>
    [ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof({{stem}}Fix))]
    [Shared]
    public sealed class {{stem}}Fix : JoinSetFix
    {
        /// <inheritdoc/>
        public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create({{stem}}Analyzer.Id);

        // The best first: it is the one that dotnet format takes.
        private protected override ImmutableArray<Remedy> Remedies { get; } = ImmutableArray.Create<Remedy>(
            new {{stem}}Remedy("{{id}}.Word", "What the lightbulb says"));
    }
    """;

string Remedy() => $$"""
    using JoinSets.CodeFixes.Edits;
    using Microsoft.CodeAnalysis;

    namespace JoinSets.CodeFixes.Rules;

    /// <summary>What it writes; name the class after that.</summary>
    internal sealed class {{stem}}Remedy(string key, string title) : Remedy(key, title)
    {
        // Adds its edits and gives true, or adds nothing: then the fix is not offered.
        internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken) => false;
    }
    """;

string AnalyzerTests() => $$"""
    using JoinSets.Analyzers.Tests.Verification;
    using Xunit;

    namespace JoinSets.Analyzers.Tests.Rules.{{id}}_{{stem}};

    /// <summary>Where the rule speaks, and where it does not: a line that ends in its id is reported, and no other.</summary>
    public sealed class {{stem}}AnalyzerTests
    {
        [Theory]
        [InlineData("await using var set = new JoinSet<int>();\nset.Spawn(Do.Count);\nawait set.JoinAllAsync();")]
        public Task Stays_quiet_when_all_is_well(string statements) => Snippet.OfStatements(statements).VerifyAsync("{{id}}");
    }
    """;

string Page() => $$"""
    # {{id}} {{stem}}

    What is wrong, in one sentence.

    | | |
    |---|---|
    | Severity | {{args[2]}} |
    | Category | JoinSet |
    | Reported at | the place; the other places are named by line in the message |
    | Fixes | one, for one report or for all of them |

    ## Reported

    ```csharp
    await using var set = new JoinSet<int>(); // {{id}}
    set.Spawn(token => Task.FromResult(1));
    await set.JoinAllAsync();
    ```

    > {{args[2]}} {{id}}: 'set': what is wrong here, with the lines of the other places

    ## Why

    What happens at run time if one ignores it.

    [This program](../../samples/Consequences/{{id}}_{{stem}}.cs) does what:

    ```
    $ dotnet run --project samples/Consequences -- {{id}}
    what it prints
    ```

    ## Fixed

    ```csharp
    await using var set = new JoinSet<int>();
    set.Spawn(token => Task.FromResult(1));
    await set.JoinAllAsync();
    ```

    ## All fixes

    | fix | what it says | when to choose it |
    |---|---|---|
    | What the lightbulb says | `code` | when |

    ## What it follows

    What it looks at, and where it is silent.

    ## When to suppress it

    When.

    ```ini
    [*.cs]
    dotnet_diagnostic.{{id}}.severity = none
    ```

    ## In Rust

    How Rust deals with it.
    """;

// dotnet run says it to the program; a path that the compiler wrote down is another one in a CI build.
static string FolderOfThisFile() => (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
