using Xunit;

namespace JoinSets.Tests.Support;

/// <summary>
/// The tests that watch what the whole process shares: the garbage collector, UnobservedTaskException, the blocking threads.
/// They run one at a time, after all others.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessWide
{
    public const string Name = "process-wide";
}
