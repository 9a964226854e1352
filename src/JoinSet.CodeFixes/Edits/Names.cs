using Microsoft.CodeAnalysis;

namespace JoinSets.CodeFixes.Edits;

/// <summary>Names for new variables.</summary>
internal static class Names
{
    /// <summary>The wanted name, or the first of result1, result2 … that no local or parameter in scope there has.</summary>
    internal static string Free(string wanted, int position, SemanticModel model)
    {
        var taken = new HashSet<string>(model.LookupSymbols(position)
            .Where(static symbol => symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol)
            .Select(static symbol => symbol.Name));
        string name = wanted;
        for (int number = 1; taken.Contains(name); number++)
        {
            name = wanted + number;
        }

        return name;
    }
}
