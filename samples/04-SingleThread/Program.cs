using JoinSets.Samples.SingleThread;
using Nito.AsyncEx;

// Counts the words of many files in one plain Dictionary, without a lock: every task runs on this one thread.
const string Usage = "usage: SingleThread [FILE]...   without FILE every *.md below the current folder";
if (args is ["--help" or "-h"])
{
    Console.WriteLine(Usage);
    return 0;
}

string[] paths = args is [] ? Directory.GetFiles(".", "*.md", SearchOption.AllDirectories) : args;
if (paths is [] or [['-', ..], ..])
{
    Console.Error.WriteLine($"{(paths is [] ? "No *.md file here." : $"Unknown option {paths[0]}.")}{Environment.NewLine}{Usage}");
    return 2;
}

AsyncContext.Run(() => WordCount.RunAsync(paths));
return 0;
