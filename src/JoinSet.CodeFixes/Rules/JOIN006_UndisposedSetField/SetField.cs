using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JoinSets.CodeFixes.Rules;

/// <summary>A field or property with a set, and the code that disposes of it.</summary>
internal sealed class SetField(ISymbol member)
{
    private string Name { get; } = SyntaxFacts.GetKeywordKind(member.Name) is SyntaxKind.None ? member.Name : "@" + member.Name;

    private bool MayBeNull { get; } = (member is IFieldSymbol field ? field.NullableAnnotation : ((IPropertySymbol)member).NullableAnnotation) is NullableAnnotation.Annotated;

    /// <summary>The set's DisposeAsync as a value.</summary>
    internal string Task => MayBeNull ? $"{Name}?.DisposeAsync() ?? default" : $"{Name}.DisposeAsync()";

    internal IReadOnlyList<string> Await => MayBeNull
        ? [$"if ({Name} is not null)", "{", $"    await {Name}.DisposeAsync();", "}"]
        : [$"await {Name}.DisposeAsync();"];

    internal string Dispose => MayBeNull ? $"{Name}?.Dispose();" : $"{Name}.Dispose();";
}
