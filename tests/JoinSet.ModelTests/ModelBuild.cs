using System.Reflection;
using ScenarioTable = System.Collections.Generic.IReadOnlyDictionary<
    string, (System.Action Run, string[] Foreseen, System.Func<string[]> Seen)>;

namespace JoinSets.ModelTests;

/// <summary>One build of the model: the sound one, or one with a fault.</summary>
internal sealed class ModelBuild
{
    private const string SoundName = "JoinSet.Model";

    private static readonly string s_directory = Path.Combine(AppContext.BaseDirectory, "models");

    private readonly Assembly _assembly;

    private ModelBuild(string name) => _assembly = Assembly.LoadFrom(Path.Combine(s_directory, name + ".dll"));

    internal static ModelBuild Sound { get; } = new(SoundName);

    /// <summary>The names of the faults that there are builds with.</summary>
    internal static IEnumerable<string> Faults => Directory.EnumerateFiles(s_directory, SoundName + ".*.dll")
        .Select(path => Path.GetFileNameWithoutExtension(path)[(SoundName.Length + 1)..]);

    internal static ModelBuild With(string fault) => new($"{SoundName}.{fault}");

    /// <summary>The scenarios as new: they have seen nothing yet.</summary>
    internal ScenarioTable OpenScenarios()
        => (ScenarioTable)_assembly.GetType("JoinSets.Model.Catalogue", throwOnError: true)!.GetMethod("Open")!.Invoke(null, null)!;
}
