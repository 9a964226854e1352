namespace JoinSets.Benchmarks.Running;

/// <summary>What the command line asked for.</summary>
/// <param name="Command">ratios, allocations or all.</param>
/// <param name="Quick">Small sizes: a check that everything runs, not a measurement.</param>
/// <param name="Only">One workload's id; null: all.</param>
/// <param name="Rounds">How often each contestant runs.</param>
/// <param name="Write">Put tables and plots into docs/.</param>
internal sealed record Options(string Command, bool Quick, string? Only, int Rounds, bool Write)
{
    public const string Usage = """
        usage: dotnet run -c Release --project benchmarks/JoinSet.Benchmarks -- COMMAND [OPTIONS]

        commands
          ratios        wall time of the workloads W1 to W7, contestants interleaved
          allocations   bytes per spawn and join, resident bytes per pending task
          all           both

        options
          --quick       small sizes and two rounds: shows that it runs, measures nothing
          --only ID     one workload of `ratios`: W1, W2, W3, W3y, W4, W5 or W7
          --rounds N    how often each contestant runs (default 7)
          --write       write tables and plots to docs/performance.md and docs/images (whole runs only)
        """;

    private static readonly string[] s_commands = ["ratios", "allocations", "all"];

    /// <summary>Reads the arguments; throws <see cref="ArgumentException"/> with a sentence for the user.</summary>
    public static Options Parse(string[] args)
    {
        var command = args.FirstOrDefault();
        if (!s_commands.Contains(command))
        {
            throw new ArgumentException($"the command must be one of: {string.Join(", ", s_commands)}");
        }

        var options = new Options(command!, Quick: false, Only: null, Rounds: 7, Write: false);
        for (var i = 1; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--quick" => options with { Quick = true, Rounds = 2 },
                "--write" => options with { Write = true },
                "--only" when ++i < args.Length => options with { Only = args[i] },
                "--rounds" when ++i < args.Length && int.TryParse(args[i], out var rounds) && rounds > 0 => options with { Rounds = rounds },
                _ => throw new ArgumentException($"not understood: {string.Join(' ', args[Math.Min(i, args.Length - 1)..])}"),
            };
        }

        return options is { Write: true, Quick: true } or { Write: true, Only: not null }
            ? throw new ArgumentException("--write wants a whole run: leave --quick and --only out")
            : options;
    }
}
