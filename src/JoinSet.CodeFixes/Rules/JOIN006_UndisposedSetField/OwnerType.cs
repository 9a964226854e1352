using JoinSets.Analyzers.Rules;
using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>The type of a report and the sets that it forgets, all of them: disposing of one and not of the next helps nobody.</summary>
internal sealed class OwnerType
{
    private readonly SemanticModel _model;

    private OwnerType(TypeDeclarationSyntax syntax, INamedTypeSymbol symbol, IReadOnlyList<SetField> sets, SemanticModel model)
    {
        Syntax = syntax;
        Symbol = symbol;
        Sets = sets;
        _model = model;
    }

    /// <summary>The part of the type that has the reported set.</summary>
    internal TypeDeclarationSyntax Syntax { get; }

    internal INamedTypeSymbol Symbol { get; }

    internal IReadOnlyList<SetField> Sets { get; }

    internal static OwnerType? Of(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode place = model.SyntaxTree.GetRoot(cancellationToken).FindNode(diagnostic.Location.SourceSpan);
        if (place.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } syntax || model.GetDeclaredSymbol(syntax, cancellationToken) is not { } symbol
            || !diagnostic.Properties.TryGetValue(UndisposedSetFieldAnalyzer.Sets, out string? names) || names is null)
        {
            return null;
        }

        List<SetField> sets = names.Split(',').SelectMany(name => symbol.GetMembers(name)).Select(static member => new SetField(member)).ToList();
        return sets.Count == 0 ? null : new OwnerType(syntax, symbol, sets, model);
    }

    /// <summary>The type's own method of this name and these parameters; null where there is none in source.</summary>
    internal IMethodSymbol? Own(string name, int parameters = 0)
        => Symbol.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length == parameters && !method.IsStatic);

    /// <summary>The method in the text that is to be changed; null where another document has it.</summary>
    internal MethodDeclarationSyntax? DeclarationOf(IMethodSymbol method)
        => method.DeclaringSyntaxReferences.Length == 1 && method.DeclaringSyntaxReferences[0] is var place && place.SyntaxTree == Syntax.SyntaxTree
            ? place.GetSyntax() as MethodDeclarationSyntax
            : null;

    /// <summary>A method of a base type that the owner may override.</summary>
    internal IMethodSymbol? Inherited(string name)
    {
        for (INamedTypeSymbol? at = Symbol.BaseType; at is not null; at = at.BaseType)
        {
            if (at.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(static method => method.Parameters.Length == 0) is { } method)
            {
                return method;
            }
        }

        return null;
    }

    /// <summary>The type's name where its namespace is imported, its full name where it is not.</summary>
    internal string NameOf(string space, string name)
        => _model.LookupNamespacesAndTypes(Syntax.OpenBraceToken.Span.End, name: name).Any(found => found is INamedTypeSymbol { Arity: 0 } && found.ContainingNamespace.ToDisplayString() == space)
            ? name
            : $"{space}.{name}";

    /// <summary>Puts a member at the type's end, after a blank line.</summary>
    internal void Append(IReadOnlyList<string> lines, TextEdits edits)
    {
        SyntaxToken brace = Syntax.CloseBraceToken;
        var line = Syntax.SyntaxTree.GetText().Lines.GetLineFromPosition(brace.SpanStart);
        string indent = line.ToString().Substring(0, brace.SpanStart - line.Start);
        if (string.IsNullOrWhiteSpace(indent))
        {
            string step = Indentation.StepOf(Syntax.SyntaxTree);
            edits.Add(new TextEdit(new(line.Start, 0), "\n" + string.Concat(lines.Select(text => indent + step + text.Replace("    ", step) + "\n"))));
            return;
        }

        edits.Add(new TextEdit(new(brace.SpanStart, 0), string.Join(" ", lines.Select(static text => text.Trim())) + " "));
    }
}
