namespace JoinSets.Analyzers.Typestate;

/// <summary>What is known of one set at one point of one path.</summary>
internal readonly struct SetState : IEquatable<SetState>
{
    /// <summary>More tasks than are counted, or nobody knows how many.</summary>
    internal const byte Many = byte.MaxValue;

    /// <summary>Nobody spawns more in a line, each in a statement of its own; loops are no matter of counting.</summary>
    private const byte MostCounted = 32;

    private readonly byte _held;
    private readonly Flags _flags;

    private SetState(byte held, Flags flags)
    {
        _held = held;
        _flags = held == 0 ? flags & ~(Flags.Aborted | Flags.Doubtful) : flags;
    }

    [Flags]
    private enum Flags : ushort
    {
        None = 0,
        Born = 1,
        Aborted = 2,
        Joined = 4,
        Closed = 8,
        Gone = 16,
        Refills = 32,
        Recovered = 64,
        Idle = 128,
        Doubtful = 256,
        Dry = 512,
    }

    /// <summary>A set that was just made.</summary>
    internal static SetState New => new(0, Flags.Born);

    /// <summary>A set that somebody else filled.</summary>
    internal static SetState Filled => new(Many, Flags.Born);

    internal bool IsBorn => Has(Flags.Born);

    /// <summary>It may hold tasks.</summary>
    internal bool Holds => _held > 0;

    /// <summary>It holds one task at the most.</summary>
    internal bool HoldsOneAtMost => _held <= 1;

    /// <summary>So many tasks were spawned in a line that it is known how many there are at the most.</summary>
    internal bool IsCounted => _held is > 0 and < Many;

    /// <summary>How many tasks it holds at the most, or <see cref="Many"/>.</summary>
    internal byte Held => _held;

    /// <summary>It holds tasks, and all of them were aborted.</summary>
    internal bool IsAborted => Has(Flags.Aborted);

    /// <summary>A join was tried since it was last filled.</summary>
    internal bool IsJoined => Has(Flags.Joined);

    /// <summary>An exception was on its way since it was last filled, and a handler of the body caught it.</summary>
    internal bool IsRecovered => Has(Flags.Recovered);

    /// <summary>The last thing awaited was a join, and it may have given null.</summary>
    internal bool IsIdle => Has(Flags.Idle);

    /// <summary>The last join may have given null, whatever has happened since.</summary>
    internal bool IsDry => Has(Flags.Dry);

    /// <summary>A loop that counts has joined it: whether tasks are left is a matter of arithmetic.</summary>
    internal bool IsDoubtful => Has(Flags.Doubtful);

    internal bool IsClosed => Has(Flags.Closed);

    /// <summary>Somebody else may own it, or too little is known of it: nothing is said about it any more.</summary>
    internal bool IsGone => Has(Flags.Gone);

    internal SetState Fill(bool isOne)
    {
        if (IsClosed)
        {
            return this; // that throws
        }

        byte held = isOne && _held < MostCounted && !Has(Flags.Refills) ? (byte)(_held + 1) : Many;
        return new(held, _flags & ~(Flags.Aborted | Flags.Joined | Flags.Recovered | Flags.Idle | Flags.Dry | Flags.Doubtful));
    }

    /// <summary>Its own tasks spawn into it: from now on nobody can count.</summary>
    internal SetState FillFromInside() => new(Many, (_flags | Flags.Refills) & ~(Flags.Aborted | Flags.Idle));

    /// <summary>One task was joined, or null came because there was none.</summary>
    internal SetState JoinOne() => new(_held is 0 or Many ? _held : (byte)(_held - 1), _flags | Flags.Joined | Flags.Idle | Flags.Dry);

    /// <summary>A look that took at most one task out.</summary>
    internal SetState Look() => new(_held, _flags | Flags.Joined);

    internal SetState Doubt() => Holds ? new(_held, _flags | Flags.Doubtful) : this;

    internal SetState Empty() => new(0, _flags | Flags.Joined);

    /// <summary>Something happened that may end a wait: another await, a call of somebody else's code, a variable that changes.</summary>
    internal SetState Progress() => new(_held, _flags & ~Flags.Idle);

    /// <summary>The last join gave a result, or the set is seen to hold something.</summary>
    internal SetState Give() => new(_held, _flags & ~(Flags.Idle | Flags.Dry));

    /// <summary>Another set is in its variable now, or may be.</summary>
    internal SetState Reopen() => new(Many, _flags & ~(Flags.Closed | Flags.Idle | Flags.Dry));

    internal SetState Recover() => IsBorn ? new(_held, _flags | Flags.Recovered) : this;

    /// <summary>As it stands, with more tasks than anybody counts.</summary>
    internal SetState StopCounting() => new(Many, _flags);

    internal SetState Abort() => Holds ? new(_held, _flags | Flags.Aborted) : this;

    internal SetState Close() => new(0, _flags | Flags.Closed);

    internal SetState Lose() => new(_held, _flags | Flags.Gone);

    /// <summary>Whether both are the same to somebody who does not count.</summary>
    internal bool IsLike(SetState other) => Holds == other.Holds && _flags == other._flags;

    public bool Equals(SetState other) => _held == other._held && _flags == other._flags;

    public override bool Equals(object? obj) => obj is SetState other && Equals(other);

    public override int GetHashCode() => (_held << 16) | (int)_flags;

    private bool Has(Flags flag) => (_flags & flag) != 0;
}
