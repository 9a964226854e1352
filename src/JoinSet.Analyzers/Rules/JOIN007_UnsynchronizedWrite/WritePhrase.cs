using JoinSets.Analyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Rules;

/// <summary>The words of a report.</summary>
internal static class WritePhrase
{
    internal static string Of(WriteFinding finding, string spawn, string others) => finding.Rival switch
    {
        WriteRival.Twins => $"written by every task that {spawn} spawns, and they run at once: updates get lost",
        WriteRival.OtherTask => $"written by the task that {spawn} spawns while another task uses it on {others}",
        WriteRival.Spawner => $"written by the task that {spawn} spawns, and used on {others} before the task was joined",
        _ => $"written on {others} while the task that {spawn} spawns may still read it: it need not see the value of the time when it was spawned",
    };

    internal static string AdviceFor(WriteFinding finding) => finding.Rival is WriteRival.WritingSpawner
        ? "give each task a copy of its own"
        : IsNumber(finding.Share.Variable.TypeOfVariable())
            ? "use Interlocked or a lock, or return the value and add it up from the join results"
            : "use a lock, or return the value and take it from the join results";

    private static bool IsNumber(ITypeSymbol? type)
        => type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_UInt64;
}
