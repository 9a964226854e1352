using System.Globalization;
using System.Text;
using JoinSets.Analyzers.Benchmarks.Cases;

namespace JoinSets.Analyzers.Benchmarks.Running;

/// <summary>The costs as tables for a page.</summary>
internal static class CostTable
{
    public static async Task<string> MarkdownAsync(IReadOnlyList<Cost> costs, int rounds)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Milliseconds of processor time, one thread, the median of {rounds} rounds, the least in brackets.").AppendLine();
        text.AppendLine("| code | methods | compiler | every body | every graph | all rules | rules over the compiler | per method | rules over every body | per method | rules over every graph | per method | reports |");
        text.AppendLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (Cost cost in costs)
        {
            text.AppendLine(Row(cost));
        }

        if (costs.Count == CaseTable.All.Count)
        {
            AppendVerdicts(text, costs, await RuleTable.OfSetRulesAsync(costs[0].Code));
        }

        return text.ToString();
    }

    private static void AppendVerdicts(StringBuilder text, IReadOnlyList<Cost> costs, double outOfReach)
    {
        text.AppendLine().AppendLine("| | measured | must hold | |").AppendLine("|---|--:|--:|---|");
        Cost hundred = Of(costs, CaseTable.Hundred);
        Cost thousand = Of(costs, CaseTable.Thousand);
        Judge(text, "no JoinSet in reach: all rules about sets, by the compiler's clock", outOfReach, 1);
        Judge(text, "a method of 100 that use sets, over the compiler", hundred.OverCompile.Median / 100, 1);
        Judge(text, "a method of 1,000 that use sets, over the compiler", thousand.OverCompile.Median / 1_000, 1);
        Judge(text, "a method of 100 that use sets, over every body", hundred.OverEveryBody.Median / 100, 1);
        Judge(text, "a method of 1,000 that use sets, over every body", thousand.OverEveryBody.Median / 1_000, 1);
        text.AppendLine(CultureInfo.InvariantCulture, $"| growth over the compiler: a method of 1,000 ÷ a method of 100 | {thousand.OverCompile.Median / hundred.OverCompile.Median / 10:0.00} | about 1 | |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| growth over every body | {thousand.OverEveryBody.Median / hundred.OverEveryBody.Median / 10:0.00} | about 1 | |");
    }

    private static string Row(Cost cost)
    {
        int methods = cost.Code.Methods;
        return string.Create(CultureInfo.InvariantCulture, $"| {cost.Code.Name} | {methods:N0} | {cost.Compile.Median:0.00} | {cost.EveryBody.Median:0.00} | {cost.EveryGraph.Median:0.00} | {cost.AllRules.Median:0.00} ({cost.AllRules.Least:0.00}) | {cost.OverCompile.Median:0.00} ({cost.OverCompile.Least:0.00}) | {cost.OverCompile.Median / methods:0.000} | {cost.OverEveryBody.Median:0.00} | {cost.OverEveryBody.Median / methods:0.000} | {cost.OverEveryGraph.Median:0.00} | {cost.OverEveryGraph.Median / methods:0.000} | {cost.Reports:N0} |");
    }

    private static Cost Of(IReadOnlyList<Cost> costs, AnalyzedCode code) => costs.Single(cost => cost.Code == code);

    private static void Judge(StringBuilder text, string what, double measured, double bound) =>
        text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {measured:0.000} ms | ≤ {bound} ms | {(measured <= bound ? "holds" : "**does not hold**")} |");
}
