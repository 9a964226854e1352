using Spectre.Console;

namespace JoinSets.Samples;

/// <summary>Result lines with a progress bar below them; where the output is no terminal, the lines alone.</summary>
internal sealed class ProgressLines
{
    private readonly ProgressTask? _bar;

    private ProgressLines(ProgressTask? bar) => _bar = bar;

    public static Task<T> ShowAsync<T>(string title, int total, Func<ProgressLines, Task<T>> work)
    {
        if (Console.IsOutputRedirected)
            return work(new ProgressLines(null));

        return AnsiConsole.Progress().AutoClear(true).StartAsync(
            context => work(new ProgressLines(context.AddTask(title, maxValue: Math.Max(total, 1)))));
    }

    public void Print(string line, Color color) => Write(line, color, Console.Out);

    /// <summary>Bad news: on standard error where the output is no terminal.</summary>
    public void Complain(string line) => Write(line, Color.Red, Console.Error);

    /// <summary>One more result is there.</summary>
    public void Advance() => _bar?.Increment(1);

    private void Write(string line, Color color, TextWriter plain)
    {
        if (_bar is null)
            plain.WriteLine(line);
        else
            AnsiConsole.Write(new Text(line + Environment.NewLine, new Style(color)));
    }
}
