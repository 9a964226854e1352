using System.Collections.Immutable;
using JoinSets.Analyzers.Bodies;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Rules;

/// <summary>JOIN006: a type owns a set in a field, gives it tasks, and never joins, stops or disposes of it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndisposedSetFieldAnalyzer : JoinSetAnalyzer
{
    internal const string Id = "JOIN006";

    /// <summary>The property of a report that names all the sets of its type that nobody disposes of, with commas between.</summary>
    internal const string Sets = nameof(Sets);

    private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.Warning(
        Id,
        title: "A type never disposes of a set that it owns",
        message: "'{0}' is made by '{1}' and given tasks on {2}, but nothing in '{1}' joins them, shuts the set down or disposes of it: their results and exceptions are lost",
        description: "Whoever makes a set owns its tasks. A type that keeps one in a field and never drains it, shuts it down or disposes of it leaves them running with nobody to hear of their failures. "
            + "Implement IAsyncDisposable and dispose of the set there.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
        => context.RegisterSymbolAction(type => Analyze(type, symbols), SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context, KnownSymbols symbols)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || !MemberBodies.In(context.Compilation).Words.DeclaresAny)
        {
            return;
        }

        List<OwnedSet> undisposed = type.GetMembers()
            .Where(member => OwnedSet.MayBe(member, symbols))
            .Select(member => OwnedSet.Of(member, context.CancellationToken))
            .Where(static set => set is { IsForgotten: true })
            .Select(static set => set!)
            .ToList();
        ImmutableDictionary<string, string?> names = ImmutableDictionary<string, string?>.Empty.Add(Sets, string.Join(",", undisposed.Select(static set => set.Member.Name)));
        foreach (OwnedSet set in undisposed)
        {
            Location place = set.Member.Locations[0];
            context.ReportDiagnostic(Diagnostic.Create(s_rule, place, set.Fills, names, set.Member.Name, type.Name, PlacesOf(set.Fills, place)));
        }
    }

    /// <summary>The lines in the set's own file; where there are none, those of another part of the type, with its name.</summary>
    private static string PlacesOf(List<Location> fills, Location place)
    {
        List<Location> here = fills.Where(fill => fill.SourceTree == place.SourceTree).ToList();
        return here.Count > 0
            ? LineList.Of(here)
            : $"{LineList.Of(fills.Where(fill => fill.SourceTree == fills[0].SourceTree))} of {FileNameOf(fills[0].GetMappedLineSpan().Path)}";
    }

    /// <summary>What comes after the last separator: a path is only text here.</summary>
    private static string FileNameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
