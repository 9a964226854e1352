using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Async;

/// <summary>Main: the system calls it, and is content with a task in place of void or int; not so a single-threaded apartment, which an await would leave.</summary>
internal static class EntryPoint
{
    internal static bool IsOne(IMethodSymbol symbol, Compilation compilation, CancellationToken cancellationToken)
        => SymbolEqualityComparer.Default.Equals(compilation.GetEntryPoint(cancellationToken), symbol)
            && !symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "STAThreadAttribute");

    internal static void ChangeReturnType(MethodDeclarationSyntax main, SemanticModel model, TextEdits edits)
    {
        TypeSyntax type = main.ReturnType;
        string task = IsTaskInScope(type.SpanStart, model) ? "Task" : "System.Threading.Tasks.Task";
        bool isVoid = type is PredefinedTypeSyntax { Keyword.ValueText: "void" };
        edits.AddOnce(new TextEdit(type.Span, isVoid ? task : $"{task}<{type}>"));
    }

    private static bool IsTaskInScope(int position, SemanticModel model)
        => model.LookupNamespacesAndTypes(position, name: "Task").Any(static found => TaskTypes.ShapeOf(found as ITypeSymbol) is not TaskShape.None);
}
