namespace JoinSets.ModelTests;

/// <summary>Where the parties of a scenario may overtake each other.</summary>
public enum Grain
{
    /// <summary>At every lock, atomic operation, volatile access and await.</summary>
    Coarse,

    /// <summary>Also before every access to a field and every branch.</summary>
    Fine,
}
