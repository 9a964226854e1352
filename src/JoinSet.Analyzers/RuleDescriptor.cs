using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers;

/// <summary>The only place that makes a <see cref="DiagnosticDescriptor"/>, so that every rule has a page, one category and the same shape.</summary>
internal static class RuleDescriptor
{
    /// <summary>One category for all rules: <c>dotnet_analyzer_diagnostic.category-JoinSet.severity</c> speaks of the whole package at once.</summary>
    internal const string Category = "JoinSet";

    /// <summary>The address in Directory.Build.props; a test holds the two together.</summary>
    internal const string RepositoryUrl = "https://github.com/joinset/JoinSet";

    internal static DiagnosticDescriptor Warning(string id, string title, string message, string description)
        => new(id, title, message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, description, PageOf(id));

    private static string PageOf(string id) => $"{RepositoryUrl}/blob/main/docs/rules/{id}.md";
}
