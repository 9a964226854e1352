using System.Runtime.CompilerServices;

namespace JoinSets.Smoke;

/// <summary>What must hold; no test framework, because the program is trimmed and compiled as its users' programs are.</summary>
internal static class Proof
{
    internal static void That(bool holds, [CallerArgumentExpression(nameof(holds))] string what = "")
    {
        if (!holds)
        {
            throw new InvalidOperationException($"does not hold: {what}");
        }
    }

    internal static async Task<TException> ThrowsAsync<TException>(Func<Task> call)
        where TException : Exception
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (TException exception)
        {
            return exception;
        }

        throw new InvalidOperationException($"no {typeof(TException).Name} was thrown");
    }
}
