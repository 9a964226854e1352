using JoinSets.Analyzers.Benchmarks.Cases;
using JoinSets.Benchmarks.Running;

namespace JoinSets.Analyzers.Benchmarks.Running;

/// <summary>The milliseconds of each run over one piece of code; the runs with the same index belong to the same round.</summary>
internal sealed class Cost(AnalyzedCode code)
{
    private readonly List<double> _nothing = [];
    private readonly List<double> _everyBody = [];
    private readonly List<double> _allRules = [];

    public AnalyzedCode Code { get; } = code;

    public int Reports { get; private set; }

    public Spread Nothing => Spread.Of(_nothing);

    public Spread EveryBody => Spread.Of(_everyBody);

    public Spread AllRules => Spread.Of(_allRules);

    /// <summary>What the rules add to an analyzer that is never shown anything: binding and operations are counted as theirs.</summary>
    public Spread OverNothing => Spread.Of(_allRules.Zip(_nothing, static (ours, idle) => ours - idle));

    /// <summary>What they add to one that is shown every body, as a project has it that uses any other analyzer.</summary>
    public Spread OverEveryBody => Spread.Of(_allRules.Zip(_everyBody, static (ours, idle) => ours - idle));

    public void Add(double nothing, double everyBody, double allRules, int reports)
    {
        _nothing.Add(nothing);
        _everyBody.Add(everyBody);
        _allRules.Add(allRules);
        Reports = reports;
    }
}
