using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.TaskLoops;

/// <summary>The expression that a collection of tasks is made by, as statements that add the same tasks to a set.</summary>
internal static class StartingTasks
{
    /// <summary>The lines; none where the collection starts empty; null where no plain statements do the same.</summary>
    internal static IReadOnlyList<string>? Lines(ExpressionSyntax value, string set, SemanticModel model, TextEdits edits) => value switch
    {
        ImplicitObjectCreationExpressionSyntax creation => IsPlain(creation.ArgumentList, model) ? AddEach(creation.Initializer?.Expressions, set) : null,
        ObjectCreationExpressionSyntax creation => IsPlain(creation.ArgumentList, model) ? AddEach(creation.Initializer?.Expressions, set) : null,
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => AddEach(initializer.Expressions, set),
        ImplicitArrayCreationExpressionSyntax creation => AddEach(creation.Initializer.Expressions, set),
        InitializerExpressionSyntax initializer => AddEach(initializer.Expressions, set),
        CollectionExpressionSyntax collection when collection.Elements.All(static element => element is ExpressionElementSyntax) => AddEach(collection.Elements.OfType<ExpressionElementSyntax>().Select(static element => element.Expression), set),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConvertAll" } source } call when call.ArgumentList.Arguments.Count == 1 => AddQuery(call, source.Expression, set, model, edits),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToList" or "ToArray" or "ToHashSet", Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Select" } source } query } }
            when query.ArgumentList.Arguments.Count == 1 => AddQuery(query, source.Expression, set, model, edits),
        _ => null,
    };

    private static bool IsPlain(ArgumentListSyntax? arguments, SemanticModel model)
        => arguments is null || arguments.Arguments.All(argument => model.GetTypeInfo(argument.Expression).Type is { SpecialType: SpecialType.System_Int32 });

    private static string[] AddEach(IEnumerable<ExpressionSyntax>? tasks, string set) => tasks?.Select(task => $"{set}.Add({task});").ToArray() ?? [];

    /// <summary>A query whose function is one expression becomes the loop that it stands for; any other is walked as it is.</summary>
    private static string[]? AddQuery(InvocationExpressionSyntax query, ExpressionSyntax source, string set, SemanticModel model, TextEdits edits)
    {
        if (source is IdentifierNameSyntax { Identifier.ValueText: "Array" })
        {
            return null;
        }

        return query.ArgumentList.Arguments[0].Expression is LambdaExpressionSyntax { ExpressionBody: { } body, AsyncKeyword.RawKind: 0 } lambda && ItemOf(lambda) is { } item && !FreeName.IsTaken(item, query.SpanStart, model)
            ? Loop(item, source.ToString(), $"{set}.Add({body});")
            : FreeName.For("task", query.SpanStart, model, edits) is var task ? Loop(task, query.ToString(), $"{set}.Add({task});") : null;
    }

    private static string? ItemOf(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.Text,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: 1 } parameters } => parameters[0].Identifier.Text,
        _ => null,
    };

    private static string[] Loop(string item, string source, string statement) => [$"foreach (var {item} in {source})", "{", "    " + statement, "}"];
}
