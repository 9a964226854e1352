using JoinSets.Samples;
using JoinSets.Samples.FirstToFinish;

// The idea is in CompletionOrderFetch.cs; this file puts the parts together.
try
{
    FetchOptions options = FetchOptions.Parse(args);
    if (!options.WantsHelp)
        return await RunAsync(options, CtrlC.Watch());

    Console.WriteLine(FetchOptions.Help);
    return 0;
}
catch (UsageException problem)
{
    Console.Error.WriteLine($"{problem.Message}{Environment.NewLine}Try --help.");
    return UsageException.ExitCode;
}

static async Task<int> RunAsync(FetchOptions options, CancellationToken interrupt)
{
    await using DemoServer? server = options.Urls.Count == 0 ? await DemoServer.StartAsync() : null;
    var job = new FetchJob(server?.Urls ?? options.Urls, options.Timeout, interrupt);
    Console.WriteLine($"Fetching {job.Urls.Count} URLs; each may take {job.Timeout.TotalSeconds} s.");

    if (options.FailFast)
    {
        bool all = await ProgressLines.ShowAsync("Fetching", job.Urls.Count, lines => FailFastFetch.RunAsync(job, lines));
        return interrupt.IsCancellationRequested ? CtrlC.ExitCode : all ? 0 : 1;
    }

    Timeline joinSet = await ProgressLines.ShowAsync("Fetching", job.Urls.Count, lines => CompletionOrderFetch.RunAsync(job, lines));
    if (interrupt.IsCancellationRequested)
        return CtrlC.ExitCode;

    Timeline inOrder = await SpawnOrderFetch.RunAsync(job);
    if (interrupt.IsCancellationRequested)
        return CtrlC.ExitCode;

    Comparison.Print(joinSet, inOrder);
    return 0;
}
