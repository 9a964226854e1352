using JoinSets.Benchmarks.Contestants;
using JoinSets.Benchmarks.Running;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace JoinSets.Benchmarks.Plots;

/// <summary>Lines: the cost of one task, spawned and joined, as their number grows (W4). Flat is linear work, rising is more.</summary>
internal static class GrowthPlot
{
    private static readonly string[] s_names = [Names.WhenAnyLoop, Names.WhenEach, Names.Channel, Names.JoinSet];

    public static PlotModel Draw(IReadOnlyList<Measurement> measurements)
    {
        var model = new PlotModel { Title = "Cost of one join as the number of pending tasks grows", PlotMargins = new OxyThickness(90, 10, 30, 60), Padding = new OxyThickness(10) };
        model.Axes.Add(new LogarithmicAxis { Position = AxisPosition.Bottom, Title = "tasks pending (N)", AxisTitleDistance = 14, MajorGridlineStyle = LineStyle.Dot, StringFormat = "#,0" });
        model.Axes.Add(new LogarithmicAxis { Position = AxisPosition.Left, Title = "ns per task, spawn and join", AxisTitleDistance = 30, MajorGridlineStyle = LineStyle.Dot, StringFormat = "#,0" });
        model.Legends.Add(new Legend { LegendPosition = LegendPosition.BottomCenter, LegendPlacement = LegendPlacement.Outside, LegendOrientation = LegendOrientation.Horizontal, LegendItemSpacing = 40, LegendPadding = 20 });
        foreach (var name in s_names)
        {
            model.Series.Add(Line(name, measurements));
        }

        return model;
    }

    private static LineSeries Line(string name, IEnumerable<Measurement> measurements)
    {
        var line = new LineSeries { Title = SvgFile.LegendTitle(name), Color = PlotColors.Of(name), StrokeThickness = 2, MarkerType = MarkerType.Circle, MarkerSize = 3.5, MarkerFill = PlotColors.Of(name) };
        line.Points.AddRange(measurements
            .Where(row => row.Workload.Id == "W4" && row.Has(name))
            .Select(row => new DataPoint(row.Size, row.Nanoseconds(name))));
        return line;
    }
}
