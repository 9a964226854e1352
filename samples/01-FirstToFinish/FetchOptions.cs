using System.Globalization;

namespace JoinSets.Samples.FirstToFinish;

/// <summary>What the command line asks for.</summary>
internal sealed record FetchOptions(IReadOnlyList<Uri> Urls, TimeSpan Timeout, bool FailFast, bool WantsHelp)
{
    public const string Help = """
        Fetches many URLs at once and handles each the moment it arrives, then compares that with awaiting them in order.

        usage: FirstToFinish [--fail-fast] [--timeout SECONDS] [URL or FILE]...

          URL        an http or https address
          FILE       a list of them, one a line; empty lines and lines that begin with # are skipped
                     (with neither, the program serves 50 slow pages to itself)
          --fail-fast        stop at the first failure; no comparison
          --timeout SECONDS  how long one URL may take; default 3
          --help             this text

        For the comparison every URL is fetched a second time.
        Exit codes: 0 all URLs were handled, failures included; 1 stopped by --fail-fast; 2 wrong usage; 130 Ctrl+C.
        """;

    public static FetchOptions Parse(string[] args)
    {
        var options = new FetchOptions([], TimeSpan.FromSeconds(3), FailFast: false, WantsHelp: false);
        List<Uri> urls = [];
        var rest = new Queue<string>(args);
        while (rest.TryDequeue(out string? argument))
        {
            switch (argument)
            {
                case "--help" or "-h":
                    return options with { WantsHelp = true };
                case "--fail-fast":
                    options = options with { FailFast = true };
                    break;
                case "--timeout":
                    options = options with { Timeout = ParseSeconds(rest) };
                    break;
                case ['-', ..]:
                    throw new UsageException($"Unknown option {argument}.");
                default:
                    urls.AddRange(UrlList.Read(argument));
                    break;
            }
        }

        return options with { Urls = urls };
    }

    private static TimeSpan ParseSeconds(Queue<string> rest)
    {
        bool isNumber = double.TryParse(rest.TryDequeue(out string? text) ? text : "", CultureInfo.InvariantCulture, out double seconds);
        if (isNumber && seconds is > 0 and <= 3600)
            return TimeSpan.FromSeconds(seconds);

        throw new UsageException("--timeout wants a number of seconds, more than 0 and at most 3600.");
    }
}
