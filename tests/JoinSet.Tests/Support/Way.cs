namespace JoinSets.Tests.Support;

/// <summary>A member that starts work.</summary>
public enum Way
{
    Spawn,
    SpawnWithState,
    SpawnOn,
    SpawnLocal,
    SpawnBlocking,
    SpawnBlockingWithState,
    SpawnEach,
}
