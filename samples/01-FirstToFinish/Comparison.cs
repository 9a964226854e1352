namespace JoinSets.Samples.FirstToFinish;

/// <summary>The two ways side by side.</summary>
internal static class Comparison
{
    public static void Print(Timeline joinSet, Timeline inOrder)
    {
        Console.WriteLine();
        Console.WriteLine("handled after           first result     half of them      all of them");
        PrintRow("JoinSet", joinSet);
        PrintRow("awaiting in order", inOrder);
        Console.WriteLine("Both start every fetch at once, over connections of their own, so the totals are about equal.");
        Console.WriteLine("Awaiting in order handles nothing before the first URL in the list has answered or failed.");
        Console.WriteLine("JoinSet went first, so the cost of warming up is in its figures.");
    }

    private static void PrintRow(string way, Timeline timeline) =>
        Console.WriteLine($"{way,-20} {timeline.First.TotalSeconds,13:F3} s  {timeline.Half.TotalSeconds,13:F3} s  {timeline.All.TotalSeconds,13:F3} s");
}
