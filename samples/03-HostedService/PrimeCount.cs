using System.Globalization;

namespace JoinSets.Samples.HostedService;

/// <summary>The work: keeps a core busy for as long as it is asked to, and looks at its token now and then.</summary>
internal static class PrimeCount
{
    public static string Run(string job, CancellationToken cancellationToken)
    {
        string number = job is ['@', .. string file] ? File.ReadAllText(file) : job;
        long limit = long.Parse(number, CultureInfo.InvariantCulture);
        long count = 0;
        for (long candidate = 2; candidate < limit; candidate++)
        {
            if (candidate % 1024 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (IsPrime(candidate))
                count++;
        }

        return $"{count} primes";
    }

    private static bool IsPrime(long number)
    {
        for (long divisor = 2; divisor * divisor <= number; divisor++)
        {
            if (number % divisor == 0)
                return false;
        }

        return true;
    }
}
