using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.TaskLoops;

/// <summary>The type of a new set, as the code around it has to name it.</summary>
internal static class SetType
{
    /// <summary>The set for tasks of this type; null where JoinSet is not referenced. Adds the using directive that the name needs.</summary>
    internal static string? For(INamedTypeSymbol task, int position, SemanticModel model, TextEdits edits)
    {
        if (model.Compilation.GetTypeByMetadataName(task.Arity == 0 ? "JoinSets.JoinSet" : "JoinSets.JoinSet`1") is not { } set)
        {
            return null;
        }

        string arguments = task.Arity == 0 ? "" : $"<{task.TypeArguments[0].ToMinimalDisplayString(model, position)}>";
        List<ISymbol> found = model.LookupNamespacesAndTypes(position, name: "JoinSet").Where(symbol => symbol is not INamedTypeSymbol type || type.Arity == set.Arity).ToList();
        if (found.Count == 0 && model.SyntaxTree.GetRoot() is CompilationUnitSyntax unit)
        {
            AddUsing(unit, position, edits);
            return "JoinSet" + arguments;
        }

        return found.Any(symbol => SymbolEqualityComparer.Default.Equals(symbol, set)) ? "JoinSet" + arguments : "JoinSets.JoinSet" + arguments;
    }

    /// <summary>Where the alphabet has it, behind System, or at the head of a file that has no using directive.</summary>
    private static void AddUsing(CompilationUnitSyntax unit, int position, TextEdits edits)
    {
        SyntaxList<UsingDirectiveSyntax> usings = unit.Usings.Count > 0 ? unit.Usings : unit.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault(space => space.FullSpan.Contains(position))?.Usings ?? default;
        UsingDirectiveSyntax? next = usings.FirstOrDefault(IsBehind);
        if (usings.Count == 0)
        {
            edits.AddOnce(new TextEdit(new(unit.GetFirstToken(includeZeroWidth: true).SpanStart, 0), "using JoinSets;\n\n", EditOrder.Open));
        }
        else if (next is not null)
        {
            edits.AddOnce(new TextEdit(new(next.SpanStart, 0), "using JoinSets;\n" + Indent(next), EditOrder.Open));
        }
        else
        {
            UsingDirectiveSyntax last = usings[usings.Count - 1];
            edits.AddOnce(new TextEdit(new(last.Span.End, 0), "\n" + Indent(last) + "using JoinSets;", EditOrder.Open));
        }
    }

    private static bool IsBehind(UsingDirectiveSyntax directive)
        => directive.GlobalKeyword == default && (directive.Alias is not null || directive.StaticKeyword != default
            || directive.Name?.ToString() is { } name && name != "System" && !name.StartsWith("System.", StringComparison.Ordinal) && string.CompareOrdinal(name, "JoinSets") > 0);

    private static string Indent(UsingDirectiveSyntax directive)
    {
        string line = directive.SyntaxTree.GetText().Lines.GetLineFromPosition(directive.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }
}
