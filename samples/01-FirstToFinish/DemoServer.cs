using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace JoinSets.Samples.FirstToFinish;

/// <summary>50 slow pages on a free loopback port. The path says what a page does: /slow/350, /broken/480, /silent.</summary>
internal sealed class DemoServer : IAsyncDisposable
{
    private const int PageCount = 50;

    // With this order the first URL takes the median of the delays, about a second, and the silent one comes late in the list.
    private const int Seed = 101;

    private readonly WebApplication _app;

    private DemoServer(WebApplication app) => _app = app;

    public IReadOnlyList<Uri> Urls => [.. Paths().Select(path => new Uri(new Uri(_app.Urls.First()), path))];

    public static async Task<DemoServer> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        WebApplication app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        return new DemoServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Delays from 10 ms to 2 s in an order that is shuffled but always the same; every fifteenth page is broken, one is silent.</summary>
    private static string[] Paths()
    {
        string[] paths = [.. Enumerable.Range(0, PageCount - 1).Select(i =>
            $"{(i % 15 == 10 ? "broken" : "slow")}/{10 + i * 1990 / (PageCount - 2)}"), "silent"];
        new Random(Seed).Shuffle(paths);
        return paths;
    }

    private static async Task AnswerAsync(HttpContext http)
    {
        string[] path = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        int delay = path is [_, var milliseconds] && int.TryParse(milliseconds, out int parsed) ? parsed : Timeout.Infinite;
        await Task.Delay(delay, http.RequestAborted);
        http.Response.StatusCode = path[0] == "broken" ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK;
        await http.Response.WriteAsync($"Here you are, after {delay} ms.");
    }

    /// <summary>Ctrl+C is the sample's to handle: the usual lifetime would stop the server under the running fetches.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
