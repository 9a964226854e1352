using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace JoinSets.Analyzers.Tests.House;

/// <summary>The tests run on the Roslyn that they were built for, whichever the packages about testing bring along.</summary>
public sealed class RoslynVersionTests
{
    private static readonly string s_asked =
        typeof(RoslynVersionTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static row => row.Key == "RoslynVersion").Value!;

    [Theory]
    [InlineData(typeof(Compilation))]
    [InlineData(typeof(CSharpCompilation))]
    [InlineData(typeof(CodeFixProvider))]
    public void Roslyn_is_the_version_that_was_asked_for(Type type)
        => Assert.Equal(Version.Parse(s_asked + ".0"), type.Assembly.GetName().Version);

    [Fact]
    public void Rules_are_built_for_the_oldest()
        => Assert.All(
            typeof(JoinSetAnalyzer).Assembly.GetReferencedAssemblies().Where(static name => name.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
            static name => Assert.Equal(new Version(4, 8, 0, 0), name.Version));
}
