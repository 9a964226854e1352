namespace JoinSets.Tests.Support;

/// <summary>Tells code whether it runs on the stack of a certain call, whatever the timing.</summary>
internal static class CallerStack
{
    [ThreadStatic]
    private static int t_depth;

    /// <summary>Whether the code that asks was called, however indirectly, by what <see cref="During{T}"/> runs.</summary>
    internal static bool IsBelow => t_depth > 0;

    internal static void During(Action call) => During(() =>
    {
        call();
        return true;
    });

    internal static T During<T>(Func<T> call)
    {
        t_depth++;
        try
        {
            return call();
        }
        finally
        {
            t_depth--;
        }
    }
}
