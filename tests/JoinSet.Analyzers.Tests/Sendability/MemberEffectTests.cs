using JoinSets.Analyzers.Sendability;
using Xunit;

namespace JoinSets.Analyzers.Tests.Sendability;

/// <summary>What the members of the framework's types do to their objects.</summary>
public sealed class MemberEffectTests
{
    [Theory]
    [InlineData("List<int>", "Count", "Reads")]
    [InlineData("List<int>", "Contains", "Reads")]
    [InlineData("List<int>", "this[]", "Reads")]
    [InlineData("List<int>", "Add", "Writes")]
    [InlineData("List<int>", "Sort", "Writes")]
    [InlineData("List<int>", "GetType", "None")]
    [InlineData("List<int>", "ToString", "Reads")]
    [InlineData("Dictionary<int, int>", "TryGetValue", "Reads")]
    [InlineData("Dictionary<int, int>", "Keys", "Reads")]
    [InlineData("Dictionary<int, int>", "TryAdd", "Writes")]
    [InlineData("HashSet<int>", "UnionWith", "Writes")]
    [InlineData("Queue<int>", "Dequeue", "Writes")]
    [InlineData("Queue<int>", "Peek", "Reads")]
    [InlineData("System.Collections.ObjectModel.Collection<int>", "Add", "Writes")]
    [InlineData("int[]", "Length", "None")]
    [InlineData("int[]", "SetValue", "Writes")]
    [InlineData("StringBuilder", "Append", "Writes")]
    [InlineData("StringBuilder", "ToString", "Reads")]
    [InlineData("StringBuilder", "Length", "Reads")]
    [InlineData("Random", "Next", "Writes")]
    [InlineData("Random", "NextDouble", "Writes")]
    [InlineData("FileStream", "Read", "Writes")]
    [InlineData("FileStream", "Length", "Unknown")]
    [InlineData("FileStream", "Dispose", "Unknown")]
    [InlineData("MemoryStream", "ToArray", "Unknown")]
    [InlineData("StreamReader", "BaseStream", "Writes")]
    [InlineData("ConcurrentDictionary<int, int>", "TryAdd", "Reads")]
    [InlineData("string", "Length", "Reads")]
    [InlineData("IList<int>", "Insert", "Writes")]
    [InlineData("IList<int>", "Clear", "Writes")]
    [InlineData("System.Data.Common.DbCommand", "Cancel", "None")]
    [InlineData("System.Data.Common.DbCommand", "ExecuteNonQuery", "Writes")]
    [InlineData("System.Net.WebSockets.WebSocket", "Abort", "None")]
    [InlineData("System.Net.WebSockets.WebSocket", "SendAsync", "Writes")]
    [InlineData("AppDomain", "SetData", "Unknown")]
    [InlineData("Action", "Invoke", "Unknown")]
    public void Using_a_member(string type, string member, string effect)
        => Assert.Equal(effect, Judged.Field(type).EffectOf(member).ToString());

    [Theory]
    [InlineData("List<int>", "this[]", "Writes")]
    [InlineData("List<int>", "Capacity", "Writes")]
    [InlineData("Dictionary<int, int>", "this[]", "Writes")]
    [InlineData("StringBuilder", "Length", "Writes")]
    [InlineData("FileStream", "Position", "Writes")]
    [InlineData("PeriodicTimer", "Period", "None")]
    [InlineData("AppDomain", "RelativeSearchPath", "Unknown")]
    public void Setting_a_member(string type, string member, string effect)
        => Assert.Equal(effect, Judged.Field(type).EffectOf(member, isWrite: true).ToString());

    [Theory]
    [InlineData("List<int>", "Reads")]
    [InlineData("int[]", "Reads")]
    [InlineData("ImmutableArray<int>", "Reads")]
    [InlineData("ConcurrentBag<int>", "Reads")]
    [InlineData("IEnumerable<int>", "Unknown")]
    [InlineData("object", "Unknown")]
    public void Enumerating(string type, string effect)
        => Assert.Equal(effect, Judged.Field(type).EffectOfEnumerating().ToString());

    [Theory]
    [InlineData("List<int>", "subject.Sum();", "Reads")]
    [InlineData("List<int>", "subject.Where(x => x > 0);", "Reads")]
    [InlineData("int[]", "Array.Sort(subject);", "Writes")]
    [InlineData("int[]", "Array.IndexOf(subject, 1);", "Reads")]
    [InlineData("List<int>", "string.Join(\",\", subject);", "Reads")]
    [InlineData("List<int>", "Console.WriteLine(subject);", "Unknown")]
    [InlineData("Dictionary<int, int>", "subject.GetValueOrDefault(1);", "Reads")]
    [InlineData("Stream", "new StreamReader(subject);", "Unknown")]
    [InlineData("FileStream", "Stream.Null.CopyTo(subject);", "Writes")]
    [InlineData("FileStream", "ArgumentNullException.ThrowIfNull(subject);", "Reads")]
    [InlineData("FileStream", "ReferenceEquals(subject, null);", "Unknown")]
    [InlineData("List<int>", "Fill(subject);", "Writes")]
    [InlineData("List<int>", "Look(subject);", "Reads")]
    [InlineData("List<int>", "Pass(subject);", "Writes")]
    [InlineData("List<int>", "Keep(subject);", "Unknown")]
    [InlineData("List<int>", "Round(subject, 3);", "Unknown")]
    [InlineData("List<int>", "Lock(subject);", "Unknown")]
    [InlineData("List<int>", "Replace(ref subject);", "Unknown")]
    [InlineData("int[]", "Set(subject);", "Writes")]
    [InlineData("Bag", "Walk(subject);", "Unknown")]
    [InlineData("List<int>", "Walk(subject);", "Reads")]
    public void Passing_an_object(string type, string call, string effect)
    {
        const string Callees = """
            static void Fill(List<int> list) => list.Add(1);
            static int Look(List<int> list) { foreach (int item in list) { if (item > 1) return list.Count; } return list[0]; }
            static void Pass(List<int> list) => Fill(list);
            static object? s_kept;
            static void Keep(List<int> list) => s_kept = list;
            static void Round(List<int> list, int n) { if (n > 0) Round(list, n - 1); }
            static void Lock(List<int> list) { lock (list) list.Add(1); }
            static void Replace(ref List<int> list) => list = [];
            static void Set(int[] slots) => slots[1]++;
            static void Walk(System.Collections.IEnumerable items) { foreach (object item in items) { } }
            sealed class Bag : System.Collections.IEnumerable { int _n; public System.Collections.IEnumerator GetEnumerator() { _n++; return null!; } }
            """;

        Assert.Equal(effect, Judged.Program($"class Holder {{ {type} subject = default!; {Callees} void Run() {{ {call} }} }}").EffectOnArgument().ToString());
    }
}
