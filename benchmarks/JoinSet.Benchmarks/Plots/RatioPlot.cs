using JoinSets.Benchmarks.Contestants;
using JoinSets.Benchmarks.Running;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace JoinSets.Benchmarks.Plots;

/// <summary>Bars: JoinSet's time as a share of each contestant's, by workload. Left of the line JoinSet is faster.</summary>
internal static class RatioPlot
{
    // Of W4 two sizes are enough here; all of them are in the plot over N.
    private static readonly int[] s_parkedSizes = [1_000, 1_000_000];

    public static PlotModel Draw(IReadOnlyList<Measurement> measurements)
    {
        var rows = measurements
            .Where(row => row.Workload.Id != "W4" || s_parkedSizes.Contains(row.Size))
            .Reverse()
            .ToArray();
        var model = new PlotModel { Title = "JoinSet's time per task, as a share of theirs", PlotMargins = new OxyThickness(110, 10, 20, 50), Padding = new OxyThickness(10) };
        model.Axes.Add(new CategoryAxis { Position = AxisPosition.Left, ItemsSource = rows.Select(row => row.Workload.Label).ToArray(), GapWidth = 0.3 });
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Bottom, Minimum = 0, Maximum = 2, MajorStep = 0.2, MajorGridlineStyle = LineStyle.Dot, Title = "ratio: below 1 JoinSet is faster", AxisTitleDistance = 14 });
        model.Annotations.Add(new LineAnnotation { Type = LineAnnotationType.Vertical, X = 1, Color = OxyColors.Black, LineStyle = LineStyle.Solid });
        model.Legends.Add(new Legend { LegendPosition = LegendPosition.RightTop, LegendLineSpacing = 8, LegendPadding = 20, LegendBackground = OxyColors.White });
        foreach (var name in Others().Where(name => rows.Any(row => row.Has(name))))
        {
            model.Series.Add(Bars(name, rows));
        }

        return model;
    }

    // The quadratic loop would be a bar of no length; it has its own plot.
    private static IEnumerable<string> Others() => ContestantTable.All
        .Select(contestant => contestant.Name)
        .Where(name => name is not (Names.JoinSet or Names.WhenAnyLoop));

    private static BarSeries Bars(string name, Measurement[] rows)
    {
        var bars = new BarSeries { Title = SvgFile.LegendTitle(name), FillColor = PlotColors.Of(name), StrokeThickness = 0 };
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row].Has(name))
            {
                bars.Items.Add(new BarItem(rows[row].Ratio(name).Median, row));
            }
        }

        return bars;
    }
}
