namespace JoinSets.Model.Scenarios;

/// <summary>MaxConcurrency: two tasks end at once and two others wait: both slots are handed on, and no more than two run.</summary>
internal sealed class TwoLeaveVersusTwoWait : Scenario
{
    private const string OneAtATime = "they ran one at a time";
    private const string Abreast = "two ran abreast";

    internal override string[] Outcomes => [OneAtATime, Abreast];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>(new JoinSetOptions { MaxConcurrency = 2 });
        var census = new Census();
        for (int i = 1; i <= 4; i++)
        {
            set.Spawn(census.Of(Work.AtOnce(i)));
        }

        int[] values = [.. (await DrainAsync(set)).Select(result => result.Value).Order()];

        Must(values.SequenceEqual([1, 2, 3, 4]), "every task runs and is joined once");
        Must(census.Peak <= 2, $"two run at once, not {census.Peak}");
        Saw(census.Peak == 1 ? OneAtATime : Abreast);
        await MustBeEmptyAsync(set);
    }
}
