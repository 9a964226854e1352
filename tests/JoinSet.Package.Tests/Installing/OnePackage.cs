namespace JoinSets.Package.Tests;

/// <summary>All tests share the one packed package.</summary>
[CollectionDefinition(Name)]
public sealed class OnePackage : ICollectionFixture<PackedPackage>
{
    public const string Name = "package";
}
