using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;

namespace JoinSets.CodeFixes.TaskLoops;

/// <summary>The lines that declare a set.</summary>
internal static class NewSet
{
    internal static IEnumerable<string> Lines(string name, string type, bool stays, int position, SemanticModel model, TextEdits edits)
    {
        if (stays)
        {
            return [$"await using var {name} = new {type}();"];
        }

        string cleanup = FreeName.For("cleanup", position, model, edits);
        return [$"var {name} = new {type}();", $"await using var {cleanup} = {name}.ConfigureAwait(false);"];
    }
}
