using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.House;

/// <summary>Where all rules are listed, all rules are listed.</summary>
public sealed class RuleListTests
{
    public static TheoryData<string, string, string> Rules
    {
        get
        {
            var rules = new TheoryData<string, string, string>();
            foreach (var analyzer in AllRules.List)
            {
                foreach (var rule in analyzer.SupportedDiagnostics)
                {
                    rules.Add(rule.Id, analyzer.GetType().Name[..^"Analyzer".Length], rule.DefaultSeverity.ToString().ToLowerInvariant());
                }
            }

            return rules;
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Readme_has_a_row_for(string id, string stem, string severity)
    {
        string row = Assert.Single(Repository.Read("README.md").Split('\n'), line => line.StartsWith($"| [{id}](docs/rules/{id}.md) |", StringComparison.Ordinal));
        Assert.Contains($"| {severity} |", row, StringComparison.Ordinal);
        Assert.Contains($"{id} {stem}", Repository.Read("CHANGELOG.md"), StringComparison.Ordinal);
    }
}
