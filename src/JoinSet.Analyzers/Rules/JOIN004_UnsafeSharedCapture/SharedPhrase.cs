using JoinSets.Analyzers.Sendability;
using JoinSets.Analyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Rules;

/// <summary>The words of a report.</summary>
internal static class SharedPhrase
{
    /// <summary>What happens: who changes it, and who uses it meanwhile.</summary>
    internal static string Of(SharedFinding finding)
    {
        SyntaxTree home = finding.First.Place.SyntaxTree;
        string change = LineList.Of([PlaceOf(finding.Change)], home);
        string other = LineList.Of([PlaceOf(finding.Other)], home);
        string spawn = LineList.Of([finding.Share.Task.Place], home);
        SpawnCall task = finding.Share.Task;
        string started = $"{spawn} {task.Verb}";
        string changed = finding.Verdict.ReadsAreSafe ? "changed" : "used";
        return finding.Rival switch
        {
            SharedRival.Twins when change == other => $"{changed} on {change} by every {task.Noun} that {started}, and they run at once",
            SharedRival.Twins => $"{changed} on {change} and used on {other} by the {task.Noun.Replace("turn", "turns")}{(task.Hop is { Kind: Hops.HopKind.Turn } ? "" : "s")} that {started}, and they run at once",
            SharedRival.OtherTask => $"{changed} on {change} while another {(task.Hop is null ? "task" : "one")} uses it on {other}: {started} one of them",
            _ => $"{changed} on {change} and used on {other}, by the {task.Noun} that {started} and by the code that {(task.Hop is null ? "spawned it, before the task was joined" : "started it, while it may still run")}",
        };
    }

    internal static string AdviceFor(SharedFinding finding) => finding.Change.Type.Name switch
    {
        not "Random" when finding.Share.Task.Hop is not null => AdviceForHop(finding),
        "Random" => "use Random.Shared",
        "HttpRequestHeaders" => "set the headers before the tasks start, or on the message of each request",
        "List" or "HashSet" or "Queue" or "Stack" or "Dictionary" or "SortedDictionary" or "SortedSet" or "SortedList" or "LinkedList" or "StringBuilder"
            => "return the value and gather it from the join results, use a concurrent collection, or lock every use",
        _ when finding.Verdict.Class is SendClass.Bound => "take from it what the tasks need before they start",
        _ when finding.Change.IsMember => "lock every use, or return the value and gather it from the join results",
        _ => "give each task one of its own, or lock every use",
    };

    private static string AdviceForHop(SharedFinding finding) => finding.Change.IsMember ? "lock every use"
        : finding.Change.Type is INamedTypeSymbol type && ConcurrentCounterpart.Of(type.OriginalDefinition).Any() ? "use a concurrent collection, or lock every use"
        : "use one for each, or lock every use";

    internal static Location PlaceOf(ObjectAccess access) => access.Use.Use.Syntax.GetLocation();
}
