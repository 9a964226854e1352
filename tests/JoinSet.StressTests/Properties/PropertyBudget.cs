namespace JoinSets.StressTests.Properties;

/// <summary>How many examples a property is tried with.</summary>
internal static class PropertyBudget
{
    /// <summary>The number given here, unless the environment asks for another (CsCheck_Iter, CsCheck_Time).</summary>
    internal static long Iterations(long usual) => IsSet("CsCheck_Iter") || IsSet("CsCheck_Time") ? -1 : usual;

    private static bool IsSet(string variable) => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(variable));
}
