using Microsoft.CodeAnalysis;

namespace JoinSets.CodeFixes.Edits;

/// <summary>Names for new variables.</summary>
internal static class FreeName
{
    /// <summary>The wanted name, or the first of name1, name2 … that no local or parameter in scope there has, nor any other new code.</summary>
    internal static string For(string wanted, int position, SemanticModel model, TextEdits edits)
    {
        string name = wanted;
        for (int number = 1; IsTaken(name, position, model) || edits.HasName(name); number++)
        {
            name = wanted + number;
        }

        return name;
    }

    /// <summary>The same, where no other new code declares anything.</summary>
    internal static string For(string wanted, int position, SemanticModel model) => For(wanted, position, model, new TextEdits());

    internal static bool IsTaken(string name, int position, SemanticModel model)
        => model.LookupSymbols(position, name: name).Any(static symbol => symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol);
}
