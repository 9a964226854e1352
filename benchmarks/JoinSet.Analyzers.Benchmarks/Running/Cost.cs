using JoinSets.Analyzers.Benchmarks.Cases;
using JoinSets.Benchmarks.Running;

namespace JoinSets.Analyzers.Benchmarks.Running;

/// <summary>The milliseconds of each run over one piece of code; the runs with the same index belong to the same round.</summary>
internal sealed class Cost(AnalyzedCode code)
{
    private readonly List<double> _compile = [];
    private readonly List<double> _everyBody = [];
    private readonly List<double> _everyGraph = [];
    private readonly List<double> _allRules = [];

    public AnalyzedCode Code { get; } = code;

    public int Reports { get; private set; }

    public Spread Compile => Spread.Of(_compile);

    public Spread EveryBody => Spread.Of(_everyBody);

    public Spread EveryGraph => Spread.Of(_everyGraph);

    public Spread AllRules => Spread.Of(_allRules);

    /// <summary>What the rules add to a compilation without analyzers that look into it: all the binding that they ask for is counted as theirs.</summary>
    public Spread OverCompile => Spread.Of(_allRules.Zip(_compile, static (ours, idle) => ours - idle));

    /// <summary>What they add to one that is shown every body, as a project has it that uses any other analyzer.</summary>
    public Spread OverEveryBody => Spread.Of(_allRules.Zip(_everyBody, static (ours, idle) => ours - idle));

    /// <summary>What they add to the flow graphs that they work on: their own thinking.</summary>
    public Spread OverEveryGraph => Spread.Of(_allRules.Zip(_everyGraph, static (ours, idle) => ours - idle));

    public void Add(double compile, double everyBody, double everyGraph, double allRules, int reports)
    {
        _compile.Add(compile);
        _everyBody.Add(everyBody);
        _everyGraph.Add(everyGraph);
        _allRules.Add(allRules);
        Reports = reports;
    }
}
