using System.Text;
using OxyPlot;

namespace JoinSets.Benchmarks.Plots;

/// <summary>Writes a plot as SVG. OxyPlot.Core draws it: managed code only, no native library to install.</summary>
internal static class SvgFile
{
    /// <summary>A legend's entry: OxyPlot cuts it off at the width it expects, and the reader's font may be wider.</summary>
    public static string LegendTitle(string name) => name + new string('\u00A0', 10);

    public static async Task WriteAsync(PlotModel model, string path, int width, int height)
    {
        model.Background = OxyColors.White;
        model.DefaultFont = "Arial"; // one that OxyPlot knows the widths of
        var exporter = new SvgExporter { Width = width, Height = height, UseVerticalTextAlignmentWorkaround = true };
        var svg = exporter.ExportToString(model).ReplaceLineEndings("\n").TrimEnd() + "\n";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, svg, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
