namespace JoinSets.Model;

/// <summary>One race: a program so small that its schedules can be explored. It runs once under each.</summary>
internal abstract class Scenario
{
    private readonly HashSet<string> _seen = [];

    /// <summary>The sides of the race: over the schedules, each must be seen.</summary>
    internal abstract string[] Outcomes { get; }

    internal string[] Seen() => [.. _seen];

    /// <summary>Runs the race once. That it ends at all, for everybody, is asserted by Coyote.</summary>
    internal void Run()
    {
        Task race = RunAsync();
        Task.WaitAny([race]); // not Wait: a failure is told when everybody has come to an end
        Quiescence.Await();
        race.GetAwaiter().GetResult();
    }

    /// <summary>The race, and what must hold however it ends.</summary>
    protected abstract Task RunAsync();

    protected void Saw(string outcome)
    {
        Must(Outcomes.Contains(outcome), $"the outcome was foreseen: {outcome}");
        _seen.Add(outcome);
    }

    // An exception, not Coyote's Assert: that one ends the schedule on the spot, in the middle of other parties' work.
    protected static void Must(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException("It does not hold that " + what + ".");
        }
    }

    protected static void MustBe(JoinResult<int>? result, int value)
        => Must(result is { IsSuccess: true } success && success.Value == value, $"the join gives {value}, but {Describe(result)}");

    protected static void MustBeCanceled(JoinResult<int>? result)
        => Must(result is { IsCanceled: true }, $"the join gives a canceled task, but {Describe(result)}");

    protected static async Task MustBeEmptyAsync(JoinSet<int> set)
    {
        Must(set.Count == 0, $"nothing is left to count, but {set.Count}");
        JoinResult<int>? more = await set.JoinNextAsync();
        Must(more is null, $"nothing is left to join, but {Describe(more)}");
    }

    /// <summary>Joins until nothing is left.</summary>
    protected static async Task<List<JoinResult<int>>> DrainAsync(JoinSet<int> set)
    {
        List<JoinResult<int>> results = [];
        while (await set.JoinNextAsync() is { } result)
        {
            results.Add(result);
        }

        return results;
    }

    protected static async Task<JoinResult<int>?> JoinAsync(JoinSet<int> set) => await set.JoinNextAsync();

    // An array, because Coyote does not know the overload for spans.
    protected static Task TogetherAsync(params Task[] parties) => Task.WhenAll(parties);

    private static string Describe(JoinResult<int>? result) => result is { } some ? some.ToString() : "nothing";
}
