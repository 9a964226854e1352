namespace JoinSets.Tests.Support;

/// <summary>The two sets that the contract speaks of.</summary>
public enum Face
{
    /// <summary>JoinSet&lt;int&gt;.</summary>
    Values,

    /// <summary>JoinSet.</summary>
    NoValues,
}
