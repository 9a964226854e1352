using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Rules;

/// <summary>What blocks, as a table. Short locks are not in it, nor is anything that has no awaitable form but never waits for long.</summary>
internal static class BlockingMembers
{
    /// <summary>The counterpart that is the task itself.</summary>
    internal const string TheTask = "the task";

    private static readonly ILookup<string, BlockingMember> s_byName = new[]
    {
        Rows("System.Threading.Tasks.Task", TheTask, "Wait", "Result"),
        Rows("System.Threading.Tasks.ValueTask", TheTask, "Result"),
        [new("System.Threading.Tasks.Task", "WaitAll", "Task.WhenAll"), new("System.Threading.Tasks.Task", "WaitAny", "Task.WhenAny")],
        [new("System.Threading.Thread", "Sleep", "Task.Delay"), new("System.Threading.Thread", "Join", null)],
        Async("System.Threading.SemaphoreSlim", "Wait"),
        Rows("System.Threading.ManualResetEventSlim", null, "Wait"),
        Rows("System.Threading.CountdownEvent", null, "Wait"),
        Rows("System.Threading.Barrier", null, "SignalAndWait"),
        Rows("System.Threading.WaitHandle", null, "WaitOne", "WaitAll", "WaitAny", "SignalAndWait"),
        Rows("System.Threading.Monitor", null, "Wait"),
        Rows("System.Threading.SpinWait", null, "SpinUntil"),
        Rows("System.Collections.Concurrent.BlockingCollection", null, "Take", "TakeFromAny", "GetConsumingEnumerable"),
        Async("System.Diagnostics.Process", "WaitForExit"),
        Rows("System.Console", null, "Read", "ReadKey", "ReadLine"),
        Async("System.IO.File", "AppendAllBytes", "AppendAllLines", "AppendAllText", "ReadAllBytes", "ReadAllLines", "ReadAllText", "ReadLines", "WriteAllBytes", "WriteAllLines", "WriteAllText"),
        Async("System.IO.RandomAccess", "Read", "Write"),
        Async("System.IO.Stream", "CopyTo", "Flush", "Read", "ReadAtLeast", "ReadExactly", "Write"),
        Async("System.IO.TextReader", "Read", "ReadBlock", "ReadLine", "ReadToEnd"),
        Async("System.IO.TextWriter", "Flush", "Write", "WriteLine"),
        Async("System.IO.Pipes.NamedPipeClientStream", "Connect"),
        Async("System.IO.Pipes.NamedPipeServerStream", "WaitForConnection"),
        Async("System.Net.Dns", "GetHostAddresses", "GetHostEntry"),
        Async("System.Net.Http.HttpClient", "Send"),
        Async("System.Net.HttpListener", "GetContext"),
        Async("System.Net.WebRequest", "GetRequestStream", "GetResponse"),
        [new("System.Net.Mail.SmtpClient", "Send", "SendMailAsync"), new("System.Net.NetworkInformation.Ping", "Send", "SendPingAsync")],
        [.. Tasks("System.Net.WebClient", "DownloadData", "DownloadFile", "DownloadString", "UploadData", "UploadFile", "UploadString", "UploadValues")],
        Async("System.Net.Security.SslStream", "AuthenticateAsClient", "AuthenticateAsServer"),
        Async("System.Net.Sockets.Socket", "Accept", "Connect", "Disconnect", "Receive", "ReceiveFrom", "ReceiveMessageFrom", "Send", "SendFile", "SendTo"),
        Async("System.Net.Sockets.TcpClient", "Connect"),
        Async("System.Net.Sockets.TcpListener", "AcceptSocket", "AcceptTcpClient"),
        Async("System.Net.Sockets.UdpClient", "Receive", "Send"),
        Async("System.Data.Common.DbCommand", "ExecuteNonQuery", "ExecuteReader", "ExecuteScalar", "Prepare"),
        Async("System.Data.Common.DbConnection", "ChangeDatabase", "Open"),
        Async("System.Data.Common.DbDataReader", "NextResult", "Read"),
        Async("System.Data.Common.DbTransaction", "Commit", "Rollback"),
        Async("Microsoft.EntityFrameworkCore.DbContext", "SaveChanges"),
    }.SelectMany(static rows => rows).ToLookup(static row => row.Name);

    /// <summary>Types that a row's type is the base of, and that never leave the memory.</summary>
    private static readonly ImmutableHashSet<string> s_inMemory = ImmutableHashSet.Create("System.Data.DataTableReader");

    internal static IEnumerable<string> Names => s_byName.Select(static rows => rows.Key);

    internal static bool HasName(string name) => s_byName.Contains(name);

    /// <summary>The row of a member, by the type that declares it or one that it derives from.</summary>
    internal static BlockingMember? Of(ISymbol member)
    {
        foreach (BlockingMember row in s_byName[member.Name])
        {
            if (Derives(member.ContainingType, row.Type))
            {
                return row;
            }
        }

        return null;
    }

    internal static bool Derives(ITypeSymbol? type, string name)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (IsInMemory(at))
            {
                return false;
            }

            if (Is(at, name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInMemory(ITypeSymbol type) => type.Name == "DataTableReader" && s_inMemory.Contains(FullName(type));

    private static bool Is(ITypeSymbol type, string name) => name.EndsWith(type.Name, StringComparison.Ordinal) && FullName(type) == name;

    private static string FullName(ITypeSymbol type) => $"{type.ContainingNamespace?.ToDisplayString()}.{type.Name}";

    private static BlockingMember[] Rows(string type, string? counterpart, params string[] names) => names.Select(name => new BlockingMember(type, name, counterpart)).ToArray();

    private static BlockingMember[] Async(string type, params string[] names) => names.Select(name => new BlockingMember(type, name, name + "Async")).ToArray();

    private static BlockingMember[] Tasks(string type, params string[] names) => names.Select(name => new BlockingMember(type, name, name + "TaskAsync")).ToArray();
}
