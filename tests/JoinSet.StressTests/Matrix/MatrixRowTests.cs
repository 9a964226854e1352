using System.Runtime;
using System.Runtime.Versioning;

namespace JoinSets.StressTests.Matrix;

/// <summary>A row of tests/run-matrix.sh that is not what it says would prove nothing: it is checked from within.</summary>
public sealed class MatrixRowTests
{
    private static readonly string s_row = Environment.GetEnvironmentVariable("JOINSET_MATRIX_ROW") ?? "net10.0";

    [Fact]
    public void Library_IsTheBuildThatTheRowNames()
    {
        string expected = s_row == "net8.0" ? ".NETCoreApp,Version=v8.0" : ".NETCoreApp,Version=v10.0";
        var built = (TargetFrameworkAttribute)Attribute.GetCustomAttribute(typeof(JoinSet).Assembly, typeof(TargetFrameworkAttribute))!;
        Assert.Equal(expected, built.FrameworkName);
    }

    [Fact]
    public void GarbageCollector_OfTheRowServerGc_IsTheServerOne() => Assert.True(s_row != "server-gc" || GCSettings.IsServerGC);

    // The runtime has no other answer to give: this is the switch that it reads.
    [Fact]
    public void DynamicPgo_OfTheRowNoPgo_IsOff()
        => Assert.True(s_row != "no-pgo" || Environment.GetEnvironmentVariable("DOTNET_TieredPGO") == "0");
}
