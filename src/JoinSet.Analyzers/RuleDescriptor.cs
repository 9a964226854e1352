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
        => Make(id, title, message, description, DiagnosticSeverity.Warning);

    /// <summary>A hint for the editor: command-line builds show it only where .editorconfig raises it.</summary>
    internal static DiagnosticDescriptor Info(string id, string title, string message, string description)
        => Make(id, title, message, description, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Make(string id, string title, string message, string description, DiagnosticSeverity severity)
        => new(id, title, message, Category, severity, isEnabledByDefault: true, description, PageOf(id));

    private static string PageOf(string id) => $"{RepositoryUrl}/blob/main/docs/rules/{id}.md";
}
