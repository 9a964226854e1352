namespace JoinSets;

/// <summary>Stands for the system's in the library's source: its own assertions are findings, in every configuration.</summary>
internal static class Debug
{
    internal static void Assert(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException("The library's own assertion failed: " + what + ".");
        }
    }
}
