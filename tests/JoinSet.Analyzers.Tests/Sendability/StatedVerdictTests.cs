using JoinSets.Analyzers.Sendability;
using Xunit;

namespace JoinSets.Analyzers.Tests.Sendability;

/// <summary>Types of which the language or the documentation says what may be done with them.</summary>
public sealed class StatedVerdictTests
{
    [Theory]
    [InlineData("int")]
    [InlineData("string?")]
    [InlineData("decimal")]
    [InlineData("nint")]
    [InlineData("DayOfWeek")]
    [InlineData("Guid")]
    [InlineData("Guid?")]
    [InlineData("Type")]
    [InlineData("CancellationToken")]
    [InlineData("(int, string)")]
    [InlineData("KeyValuePair<string, int>")]
    [InlineData("ImmutableArray<int>")]
    [InlineData("ImmutableDictionary<string, ImmutableList<Guid>>")]
    [InlineData("ConcurrentDictionary<string, int>")]
    [InlineData("SemaphoreSlim")]
    [InlineData("HttpClient")]
    [InlineData("Task<int>")]
    [InlineData("JoinSet<int>")]
    public void Safe(string type) => Assert.Equal(Safety.Safe, Judged.Field(type).Verdict.Safety);

    [Theory]
    [InlineData("List<string>", "List<string> is not safe for several threads at once (documented)")]
    [InlineData("List<string?>?", "List<string> is not safe for several threads at once (documented)")]
    [InlineData("List<TOpen>", "List<TOpen> is not safe for several threads at once (documented)")]
    [InlineData("int[]", "int[] is not safe for several threads at once (documented)")]
    [InlineData("StringBuilder", "StringBuilder is not safe for several threads at once (documented)")]
    [InlineData("Random", "Random is not safe for several threads at once (documented)")]
    [InlineData("FileStream", "FileStream is not safe for several threads at once (documented)")]
    [InlineData("(int Count, List<string> Names)", "(int Count, List<string> Names) → (int Count, List<string> Names).Names is List<string>")]
    [InlineData("ImmutableArray<List<int>>", "ImmutableArray<List<int>> holds List<int>, and List<int> is not safe for several threads at once (documented)")]
    public void Unsafe_with_the_reason(string type, string reason)
    {
        Verdict verdict = Judged.Field(type).Verdict;

        Assert.Equal((Safety.Unsafe, reason), (verdict.Safety, verdict.Reason));
    }

    [Theory]
    [InlineData("object")]
    [InlineData("dynamic")]
    [InlineData("Action")]
    [InlineData("IList<int>")]
    [InlineData("IEnumerable<string>")]
    [InlineData("TOpen")]
    [InlineData("TextWriter")]
    [InlineData("int*")]
    [InlineData("ConcurrentDictionary<string, List<int>>")]
    [InlineData("ImmutableArray<TOpen>")]
    [InlineData("Lazy<object>")]
    [InlineData("AppDomain")]
    public void Unknown(string type) => Assert.Equal(Safety.Unknown, Judged.Field(type).Verdict.Safety);

    [Theory]
    [InlineData("List<string>", true)]
    [InlineData("Dictionary<int, int>", true)]
    [InlineData("int[]", true)]
    [InlineData("string", true)]
    [InlineData("ConcurrentBag<int>", true)]
    [InlineData("Random", false)]
    [InlineData("Stream", false)]
    [InlineData("object", false)]
    public void Reads_are_safe_or_not(string type, bool areSafe)
    {
        Judged judged = Judged.Field(type);

        Assert.Equal(areSafe, judged.Verdict.ReadsAreSafe);
    }

    [Theory]
    [InlineData("new { A = 1, B = \"\" }", "Safe")]
    [InlineData("new { A = 1, B = new List<int>() }", "Unsafe")]
    [InlineData("new { A = 1, B = new object() }", "Unknown")]
    public void An_anonymous_object_is_judged_by_what_it_holds(string expression, string safety)
        => Assert.Equal(safety, Judged.Program($"class Holder {{ object Make() => {expression}; }}").VerdictOnAnonymousObject().Safety.ToString());
}
