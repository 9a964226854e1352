namespace JoinSets.StressTests.Properties;

/// <summary>What a call on the set gave, in a form that can be compared.</summary>
/// <param name="Kind">What kind of answer it is.</param>
/// <param name="Jobs">The jobs that it speaks of.</param>
internal readonly record struct Answer(AnswerKind Kind, string Jobs = "")
{
    internal static Answer Of(AnswerKind kind, params IEnumerable<int> jobs) => new(kind, string.Join(' ', jobs));

    public override string ToString() => Jobs.Length == 0 ? Kind.ToString() : $"{Kind}({Jobs})";
}
