using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace JoinSets.Samples.Tests;

/// <summary>Pages that answer when the test says so: each <see cref="Answer"/> is for one request, past or to come.</summary>
internal sealed class GatedServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (Channel<int> Requests, Channel<int> Answers)> _pages = new();
    private readonly WebApplication _app;

    private GatedServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    public static async Task<GatedServer> StartAsync()
    {
        var server = new GatedServer();
        await server._app.StartAsync();
        return server;
    }

    public string Url(string page) => $"{_app.Urls.Single()}/{page}";

    public void Answer(string page, int status = StatusCodes.Status200OK) => Assert.True(Page(page).Answers.Writer.TryWrite(status));

    public async Task WaitForRequestAsync(string page) =>
        await Page(page).Requests.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(2));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private (Channel<int> Requests, Channel<int> Answers) Page(string name) =>
        _pages.GetOrAdd(name, _ => (Channel.CreateUnbounded<int>(), Channel.CreateUnbounded<int>()));

    private async Task HandleAsync(HttpContext http)
    {
        (Channel<int> requests, Channel<int> answers) = Page(http.Request.Path.Value![1..]);
        requests.Writer.TryWrite(1);
        http.Response.StatusCode = await answers.Reader.ReadAsync(http.RequestAborted);
        await http.Response.WriteAsync("12345");
    }
}
