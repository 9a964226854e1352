namespace JoinSets.Tests.Support;

/// <summary>The failure that a test causes on purpose.</summary>
internal sealed class MarkedException(string message = "on purpose") : Exception(message);
