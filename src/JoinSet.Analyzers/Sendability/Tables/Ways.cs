namespace JoinSets.Analyzers.Sendability.Tables;

/// <summary>
/// Types whose values go two ways at once: one may receive while another sends, and only two that go the same way are in each other's way. A row
/// of <see cref="SendTable"/> holds for the types derived from its own, too, unless these have rows. A <c>Stream</c> of which nothing more is known may be a connection.
/// </summary>
internal static class Ways
{
    internal static IReadOnlyList<string> Types { get; } =
    [
        "System.IO.Stream",
        "System.Net.Security.AuthenticatedStream",
        "System.Net.Sockets.NetworkStream",
        "System.Net.WebSockets.WebSocket",
    ];

    internal static IReadOnlyList<(string Type, string Members)> Receiving { get; } =
    [
        ("System.IO.Stream", "BeginRead CopyTo CopyToAsync EndRead Read ReadAsync ReadAtLeast ReadAtLeastAsync ReadByte ReadExactly ReadExactlyAsync"),
        ("System.Net.WebSockets.WebSocket", "ReceiveAsync"),
    ];

    internal static IReadOnlyList<(string Type, string Members)> Sending { get; } =
    [
        ("System.IO.Stream", "BeginWrite EndWrite Flush FlushAsync Write WriteAsync WriteByte"),
        ("System.Net.WebSockets.WebSocket", "CloseOutputAsync SendAsync"),
    ];
}
