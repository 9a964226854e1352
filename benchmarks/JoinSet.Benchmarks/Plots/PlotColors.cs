using JoinSets.Benchmarks.Contestants;
using OxyPlot;

namespace JoinSets.Benchmarks.Plots;

/// <summary>One colour per contestant, the same in every plot; they stay apart for colour-blind readers (Okabe and Ito's eight).</summary>
internal static class PlotColors
{
    private static readonly Dictionary<string, OxyColor> s_colors = new()
    {
        [Names.JoinSet] = OxyColor.FromRgb(0x00, 0x72, 0xB2),
        [Names.Channel] = OxyColor.FromRgb(0xE6, 0x9F, 0x00),
        [Names.Floor] = OxyColor.FromRgb(0x99, 0x99, 0x99),
        [Names.WhenAll] = OxyColor.FromRgb(0x56, 0xB4, 0xE9),
        [Names.WhenEach] = OxyColor.FromRgb(0x00, 0x9E, 0x73),
        [Names.OrderByCompletion] = OxyColor.FromRgb(0xCC, 0x79, 0xA7),
        [Names.CompletionPipe] = OxyColor.FromRgb(0x8B, 0x6B, 0x3F),
        [Names.ParallelForEach] = OxyColor.FromRgb(0x2B, 0x2B, 0x2B),
        [Names.WhenAnyLoop] = OxyColor.FromRgb(0xD5, 0x5E, 0x00),
    };

    public static OxyColor Of(string contestant) => s_colors[contestant];
}
