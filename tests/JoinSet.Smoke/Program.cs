using JoinSets.Smoke;

// One act for each family of members. The first that does not hold names itself, and the exit code is 1.
(string Name, Func<Task> Play)[] acts =
[
    ("spawning", Spawning.PlayAsync),
    ("joining", Joining.PlayAsync),
    ("failing", Failing.PlayAsync),
    ("aborting", Aborting.PlayAsync),
    ("ending", Ending.PlayAsync),
    ("sets without values", WithoutValues.PlayAsync),
];

foreach ((string name, Func<Task> play) in acts)
{
    try
    {
        await play().WaitAsync(TimeSpan.FromMinutes(1));
        Console.WriteLine($"{name}: ok");
    }
    catch (Exception exception)
    {
        Console.Error.WriteLine($"{name}: {exception}");
        return 1;
    }
}

return 0;
