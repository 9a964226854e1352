namespace JoinSets.StressTests.Properties;

/// <summary>How many examples a property is tried with.</summary>
internal static class PropertyBudget
{
    /// <summary>The number given here, unless the environment asks for another (CsCheck_Iter, CsCheck_Time).</summary>
    internal static long Iterations(long usual) => IsUsual ? usual : -1;

    /// <summary>Whether nobody has asked for another number, with which rare cases might not come.</summary>
    internal static bool IsUsual { get; } = !IsSet("CsCheck_Iter") && !IsSet("CsCheck_Time");

    private static bool IsSet(string variable) => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(variable));
}
