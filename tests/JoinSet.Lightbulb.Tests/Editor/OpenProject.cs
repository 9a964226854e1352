using System.Collections;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.Lightbulb.Tests.Editor;

/// <summary>
/// A project with one open file, in a workspace with the services behind the editors' squiggles and lightbulb. It refers to the rules
/// and fixes as a project does that installs the package, and they are loaded as editors load them.
/// </summary>
internal sealed class OpenProject : IDisposable
{
    private const string Features = "Microsoft.CodeAnalysis.Features";
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks; global using JoinSets;";

    private static readonly ImmutableArray<MetadataReference> s_references = [.. ReferencePaths().Select(static path => MetadataReference.CreateFromFile(path))];

    // One editor, many windows.
    private static readonly MefHostServices s_host = MefHostServices.Create(MefHostServices.DefaultAssemblies);

    private readonly AdhocWorkspace _workspace;
    private readonly DocumentId _file;

    internal OpenProject(string text)
    {
        _workspace = new AdhocWorkspace(s_host);
        var project = ProjectId.CreateNewId();
        _file = DocumentId.CreateNewId(project);
        _workspace.TryApplyChanges(_workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(project, default, "Program", "Program", LanguageNames.CSharp, metadataReferences: s_references))
            .WithProjectCompilationOptions(project, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .AddDocument(DocumentId.CreateNewId(project), "Usings.cs", Usings, filePath: "/program/Usings.cs")
            .AddDocument(_file, "Program.cs", text, filePath: "/program/Program.cs")
            .AddAnalyzerReferences(project, RuleFiles()));
    }

    internal string Text => Document.GetTextAsync().Result.ToString();

    private Document Document => _workspace.CurrentSolution.GetDocument(_file)!;

    /// <summary>Replaces the text, as typing does.</summary>
    internal void Type(string text) => Show(_workspace.CurrentSolution.WithDocumentText(_file, SourceText.From(text)));

    internal async Task<IReadOnlyList<string>> ErrorsAsync()
    {
        Compilation compilation = (await Document.Project.GetCompilationAsync())!;
        return [.. compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.ToString())];
    }

    /// <summary>What the editor underlines now on behalf of analyzers: ours, and the word that one of them threw.</summary>
    internal async Task<IReadOnlyList<Squiggle>> SquigglesAsync()
    {
        var service = InternalService.OfWorkspace(_workspace, Features, "Microsoft.CodeAnalysis.Diagnostics.IDiagnosticAnalyzerService");
        Type filter = InternalService.TypeOf("Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.Diagnostics.DiagnosticIdFilter");
        Type kind = InternalService.TypeOf("Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.Diagnostics.DiagnosticKind");
        var task = (Task)service.Call("GetDiagnosticsForSpanAsync", Document, null, filter.GetField("All")!.GetValue(null), null, Enum.Parse(kind, "All"), CancellationToken.None);
        await task;
        var squiggles = new List<Squiggle>();
        foreach (object data in (IEnumerable)InternalService.Read(task, "Result")!)
        {
            var diagnostic = await (Task<Diagnostic>)data.GetType().GetMethod("ToDiagnosticAsync")!.Invoke(data, [Document.Project, CancellationToken.None])!;
            squiggles.Add(new(diagnostic.Id, diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1, diagnostic.Severity, diagnostic.Location.SourceSpan));
        }

        return [.. squiggles.Where(static squiggle => squiggle.Id is "AD0001" || squiggle.Id.StartsWith("JOIN", StringComparison.Ordinal)).OrderBy(static squiggle => squiggle.Span.Start)];
    }

    /// <summary>What the lightbulb offers at a place on behalf of our fixes, in its order.</summary>
    internal async Task<IReadOnlyList<CodeAction>> LightbulbAsync(TextSpan span)
    {
        var service = InternalService.OfHost(s_host, Features, "Microsoft.CodeAnalysis.CodeFixes.ICodeFixService");
        var collections = (IAsyncEnumerable<object>)service.Call("StreamFixesAsync", Document, span, null, CancellationToken.None);
        var actions = new List<CodeAction>();
        await foreach (object collection in collections)
        {
            if (InternalService.Read(collection, "Provider")!.GetType().Assembly.GetName().Name == "JoinSet.CodeFixes")
                actions.AddRange(((IEnumerable)InternalService.Read(collection, "Fixes")!).Cast<object>().Select(ActionOf));
        }

        return actions;
    }

    /// <summary>Takes up an offer of the lightbulb.</summary>
    internal async Task ApplyAsync(CodeAction action)
    {
        foreach (ApplyChangesOperation operation in (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>())
            Show(operation.ChangedSolution);
    }

    public void Dispose() => _workspace.Dispose();

    private static CodeAction ActionOf(object fix) => (CodeAction)fix.GetType().GetField("Action")!.GetValue(fix)!;

    // Of the framework what the programs use: every compilation pays for each assembly.
    private static IEnumerable<string> ReferencePaths()
        => ((string[])["Private.CoreLib", "Runtime", "Collections", "Collections.Concurrent", "Console", "Linq", "Net.Http", "Private.Uri", "Threading"])
            .Select(static name => Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, $"System.{name}.dll"))
            .Append(typeof(JoinSet).Assembly.Location);

    private IEnumerable<AnalyzerReference> RuleFiles()
    {
        var provider = InternalService.OfWorkspace(_workspace, "Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.Host.IAnalyzerAssemblyLoaderProvider");
        var loader = (IAnalyzerAssemblyLoader)provider.Property("SharedShadowCopyLoader")!;
        return ((string[])[Places.Rules, Places.Fixes]).Select(path => new AnalyzerFileReference(path, loader));
    }

    private void Show(Solution solution) => Assert.True(_workspace.TryApplyChanges(solution));
}
