using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace JoinSets.Analyzers.Tests.Verification;

/// <summary>A document in a workspace, on which fixes are asked for and applied as an editor does it.</summary>
internal static class Workbench
{
    /// <summary>All that is offered for the first report of a rule, best first.</summary>
    internal static async Task<IReadOnlyList<CodeAction>> OfferedAsync(Snippet snippet, string id, string editorConfig = "", ImmutableArray<MetadataReference>? references = null, Settings? settings = null)
    {
        using var workspace = new AdhocWorkspace();
        return await OfferedAsync(Open(workspace, snippet, editorConfig, references), id, settings);
    }

    /// <summary>The text after the fix with this key, or null where it is not offered.</summary>
    internal static async Task<string?> FixAsync(Snippet snippet, string key, string editorConfig = "")
    {
        using var workspace = new AdhocWorkspace();
        Document document = Open(workspace, snippet, editorConfig);
        CodeAction? action = (await OfferedAsync(document, id: key[..key.IndexOf('.')])).FirstOrDefault(action => action.EquivalenceKey == key);
        return action is null ? null : await ApplyAsync(action, document);
    }

    /// <summary>The text after each of the fixes that are offered for the first report of each rule, by key.</summary>
    internal static async Task<IReadOnlyDictionary<string, string>> FixEachAsync(Snippet snippet, Settings? settings = null)
    {
        using var workspace = new AdhocWorkspace();
        Document document = Open(workspace, snippet, editorConfig: "");
        var texts = new Dictionary<string, string>();
        foreach (string id in (await ReportsAsync(document, settings)).Select(static report => report.Id).Distinct())
        {
            foreach (CodeAction action in await OfferedAsync(document, id, settings))
            {
                texts.Add(action.EquivalenceKey!, await ApplyAsync(action, document));
            }
        }

        return texts;
    }

    private static async Task<ImmutableArray<Diagnostic>> ReportsAsync(Document document, Settings? settings)
        => await Snippet.ReportsAsync((await document.Project.GetCompilationAsync())!, settings);

    private static async Task<IReadOnlyList<CodeAction>> OfferedAsync(Document document, string id, Settings? settings = null)
    {
        var offered = new List<CodeAction>();
        Diagnostic first = (await ReportsAsync(document, settings)).First(report => report.Id == id);
        foreach (CodeFixProvider fix in AllFixes.List.Where(fix => fix.FixableDiagnosticIds.Contains(id)))
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, first, (action, _) => offered.Add(action), default));
        }

        return offered;
    }

    private static async Task<string> ApplyAsync(CodeAction action, Document document)
    {
        var applied = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(default)));
        return (await applied.ChangedSolution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    private static Document Open(AdhocWorkspace workspace, Snippet snippet, string editorConfig, ImmutableArray<MetadataReference>? references = null)
    {
        var project = ProjectId.CreateNewId();
        var document = DocumentId.CreateNewId(project);
        Compilation compilation = snippet.Compile();
        SyntaxTree tree = compilation.SyntaxTrees.Single();
        return workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(project, default, "Snippet", "Snippet", LanguageNames.CSharp, compilationOptions: compilation.Options, parseOptions: tree.Options, metadataReferences: references ?? References.All))
            .AddDocument(document, "Snippet.cs", SourceText.From(snippet.Source), filePath: "/snippet/Snippet.cs")
            .AddAnalyzerConfigDocument(DocumentId.CreateNewId(project), ".editorconfig", SourceText.From("root = true\n[*.cs]\n" + editorConfig), filePath: "/snippet/.editorconfig")
            .GetDocument(document)!;
    }
}
