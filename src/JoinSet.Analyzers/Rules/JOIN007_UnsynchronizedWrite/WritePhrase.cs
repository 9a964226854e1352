using JoinSets.Analyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Rules;

/// <summary>The words of a report.</summary>
internal static class WritePhrase
{
    internal static string Of(WriteFinding finding, string spawn, string others)
    {
        string task = $"{finding.Share.Task.Noun} that {spawn} {finding.Share.Task.Verb}";
        return finding.Rival switch
        {
            WriteRival.Twins => $"written by every {task}, and they run at once: updates get lost",
            WriteRival.OtherTask => $"written by the {task} while another {Other(finding)} uses it on {others}",
            WriteRival.Spawner => $"written by the {task}, and used on {others} {Until(finding)}",
            _ => $"written on {others} while the {task} may still read it: it need not see the value of the time when it was {Started(finding)}",
        };
    }

    // Two that are known to run at once need not be of one kind.
    private static string Other(WriteFinding finding) => finding.Share.Task.Hop is null ? "task" : "one";

    private static string Until(WriteFinding finding) => finding.Share.Task.Hop is null ? "before the task was joined" : "while it may still run";

    private static string Started(WriteFinding finding) => finding.Share.Task.Hop is null ? "spawned" : "started";

    internal static string AdviceFor(WriteFinding finding) => finding.Share.Task.Hop is not null ? AdviceForHop(finding) : finding.Rival is WriteRival.WritingSpawner
        ? "give each task a copy of its own"
        : IsError(finding.Share.Variable.TypeOfVariable())
            ? "let the task fail and take the exception from its join result, or use Interlocked or a lock"
        : IsNumber(finding.Share.Variable.TypeOfVariable())
            ? "use Interlocked or a lock, or return the value and add it up from the join results"
            : "use a lock, or return the value and take it from the join results";

    private static string AdviceForHop(WriteFinding finding) => finding.Rival is WriteRival.WritingSpawner ? "give it a copy of its own"
        : IsNumber(finding.Share.Variable.TypeOfVariable()) ? "use Interlocked or a lock"
        : "use a lock";

    private static bool IsError(ITypeSymbol? type) => type is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsNumber(ITypeSymbol? type)
        => type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_UInt64;
}
