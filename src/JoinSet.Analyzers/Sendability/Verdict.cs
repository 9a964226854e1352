using System.Collections.Immutable;

namespace JoinSets.Analyzers.Sendability;

/// <summary>Whether several threads may use values of one type at once, and why not.</summary>
/// <remarks>Thread safety: immutable.</remarks>
internal sealed class Verdict
{
    internal static readonly Verdict Unknown = new(Safety.Unknown, SendClass.Unknown, "", "", ImmutableArray<string>.Empty);
    internal static readonly Verdict Immutable = new(Safety.Safe, SendClass.Immutable, "", "", ImmutableArray<string>.Empty);
    internal static readonly Verdict Synchronized = new(Safety.Safe, SendClass.Synchronized, "", "", ImmutableArray<string>.Empty);

    /// <summary>A setting or an attribute vouches for it, whatever it holds.</summary>
    internal static readonly Verdict Vouched = new(Safety.Safe, SendClass.Synchronized, "", "", ImmutableArray<string>.Empty);

    private readonly string _typeName;
    private readonly string _finding;

    private Verdict(Safety safety, SendClass sendClass, string typeName, string finding, ImmutableArray<string> path, bool isMarked = false)
    {
        IsMarked = isMarked;
        Safety = safety;
        Class = sendClass;
        Path = path;
        _typeName = typeName;
        _finding = finding;
    }

    internal Safety Safety { get; }

    /// <summary>What it allows. A type in source is read-shareable where it can change, and whatever its base is where that is worse.</summary>
    internal SendClass Class { get; }

    /// <summary>The members that lead from a value of the type to what makes it unsafe. Empty: the type itself is to blame.</summary>
    internal ImmutableArray<string> Path { get; }

    /// <summary>Whether documentation, an attribute or a setting says so, rather than a look at the type's fields.</summary>
    internal bool IsStated => Path.IsEmpty;

    /// <summary>Whether an attribute or a setting forbids to share it: then every use is one too many.</summary>
    internal bool IsMarked { get; }

    internal bool IsVouchedFor => ReferenceEquals(this, Vouched);

    /// <summary>Whether several threads may read at once as long as nobody writes.</summary>
    internal bool ReadsAreSafe => Class is SendClass.Immutable or SendClass.Synchronized or SendClass.ReadShareable;

    /// <summary>The reason in words, where no value is at hand: <c>Cart → Cart.Items is List&lt;string&gt;</c>. Empty unless unsafe.</summary>
    internal string Reason => ReasonFor(_typeName);

    /// <summary>An unsafe type that is to blame itself.</summary>
    /// <param name="sendClass">What it still allows.</param>
    /// <param name="typeName">The type as a reader knows it.</param>
    /// <param name="finding">What follows the type's name in a sentence: "is not safe for several threads at once (documented)".</param>
    internal static Verdict Stated(SendClass sendClass, string typeName, string finding)
        => new(Safety.Unsafe, sendClass, typeName, finding, ImmutableArray<string>.Empty);

    /// <summary>A type or member that an attribute or a setting warns of.</summary>
    internal static Verdict Marked(string name, string finding)
        => new(Safety.Unsafe, SendClass.Exclusive, name, finding, ImmutableArray<string>.Empty, isMarked: true);

    /// <summary>A type with a member of its own that makes it unsafe.</summary>
    /// <param name="typeName">The type as a reader knows it.</param>
    /// <param name="member">Its member.</param>
    /// <param name="finding">What follows the member in a sentence: "can be written".</param>
    internal static Verdict OfMember(string typeName, string member, string finding)
        => new(Safety.Unsafe, SendClass.ReadShareable, typeName, finding, ImmutableArray.Create(member));

    /// <summary>The verdict on a type that holds a value of this unsafe type in a member.</summary>
    internal Verdict Through(string typeName, string member)
        => IsStated
            ? OfMember(typeName, member, "is " + _typeName)
            : new Verdict(Safety.Unsafe, SendClass.ReadShareable, typeName, _finding, Path.Insert(0, member));

    /// <summary>The verdict on a container that never changes and holds values of this unsafe type.</summary>
    internal Verdict HeldBy(string typeName)
        => Stated(SendClass.ReadShareable, typeName, $"holds {_typeName}, and {ReasonFor(_typeName)}");

    /// <summary>The verdict on a type whose base is this unsafe type.</summary>
    internal Verdict For(string typeName)
        => IsStated
            ? new Verdict(Safety.Unsafe, Class, typeName, $"is a {_typeName}, which {_finding}", Path, IsMarked)
            : new Verdict(Safety.Unsafe, Class, typeName, _finding, Path);

    /// <summary>The reason in words, told of a variable: <c>state → state.Items is List&lt;string&gt;</c>. Empty unless unsafe.</summary>
    internal string ReasonFor(string name)
    {
        if (Safety is not Safety.Unsafe)
        {
            return "";
        }

        if (IsStated)
        {
            return $"{_typeName} {_finding}";
        }

        var steps = new List<string> { name };
        foreach (string member in Path)
        {
            steps.Add($"{steps[steps.Count - 1]}.{member}");
        }

        return $"{string.Join(" → ", steps)} {_finding}";
    }
}
