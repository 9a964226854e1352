namespace JoinSets.Model;

/// <summary>
/// The scenarios, by name, for the test project. It loads several builds of this assembly, each with types of its own, so
/// nothing but the system's types is shown here.
/// </summary>
public static class Catalogue
{
    /// <summary>What to run under each schedule, the outcomes foreseen, and those seen so far.</summary>
    public static IReadOnlyDictionary<string, (Action Run, string[] Foreseen, Func<string[]> Seen)> Open()
        => typeof(Catalogue).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Scenario)))
            .Select(type => (Scenario)Activator.CreateInstance(type)!)
            .ToDictionary(
                scenario => scenario.GetType().Name,
                scenario => ((Action)scenario.Run, scenario.Outcomes, (Func<string[]>)scenario.Seen));
}
