using System.Threading.Channels;
using JoinSets.Samples.HostedService;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// A job is a number (or @FILE, a file that holds one), and the service counts the primes below it. Ctrl+C (or SIGTERM) shuts it
// down gracefully; try it with
//   1000 oops 2000000 900000000000 --shutdownTimeoutSeconds 4
string[] jobs = [.. args.TakeWhile(argument => argument is not ['-', ..])];
if (jobs.Length == 0)
    jobs = ["1000", "3000000", "oops", "500", "2000000", "100000"];

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
builder.Services.AddSingleton(Channel.CreateBounded<string>(capacity: 10));
builder.Services.AddHostedService<JobService>();

using IHost host = builder.Build();
await host.StartAsync();
ChannelWriter<string> queue = host.Services.GetRequiredService<Channel<string>>().Writer;
foreach (string job in jobs)
    await queue.WriteAsync(job);
queue.Complete();
await host.WaitForShutdownAsync();
