namespace JoinSets.Model.Scenarios;

/// <summary>Tasks end one after the other while one joiner falls asleep and wakes between them: no wake-up is lost.</summary>
internal sealed class ManyCompletionsVersusSleeper : Scenario
{
    private const int Tasks = 3;
    private const string Never = "it never slept";
    private const string Once = "it slept once";
    private const string Often = "it slept more than once";

    internal override string[] Outcomes => [Never, Once, Often];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        for (int i = 1; i <= Tasks; i++)
        {
            set.Spawn(Work.AtOnce(i));
        }

        int slept = 0;
        List<int> values = [];
        for (int i = 0; i < Tasks; i++)
        {
            ValueTask<JoinResult<int>?> join = set.JoinNextAsync();
            slept += join.IsCompleted ? 0 : 1;
            values.Add((await join)!.Value.Value);
        }

        Saw(slept == 0 ? Never : slept == 1 ? Once : Often);
        values.Sort();
        Must(values.SequenceEqual([1, 2, 3]), "every result is joined once");
        await MustBeEmptyAsync(set);
    }
}
