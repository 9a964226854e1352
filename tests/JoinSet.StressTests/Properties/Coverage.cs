namespace JoinSets.StressTests.Properties;

/// <summary>Which answers each call has given: a property that never met the interesting case has shown nothing.</summary>
internal sealed class Coverage
{
    private readonly HashSet<string> _seen = [];

    internal void Saw(string call, Answer answer) => _seen.Add($"{call}: {answer.Kind}");

    internal void AssertSeen(params IEnumerable<string> rows)
        => Assert.True(rows.All(_seen.Contains), $"never seen: {string.Join("; ", rows.Except(_seen))}");
}
