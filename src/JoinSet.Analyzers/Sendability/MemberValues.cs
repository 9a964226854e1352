using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sendability;

/// <summary>What a field or property is given in the whole text of its type, in all its files. Found once, and kept as long as the compilation.</summary>
/// <remarks>Thread safety: may be asked by several threads.</remarks>
internal sealed class MemberValues
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<ISymbol, MemberValues>> s_compilations = new();

    private static readonly MemberValues s_nothing = new([], areAll: false);

    private readonly IReadOnlyList<ExpressionSyntax> _values;
    private readonly bool _areAll;

    private MemberValues(IReadOnlyList<ExpressionSyntax> values, bool areAll)
    {
        _values = values;
        _areAll = areAll;
    }

    /// <summary>Every value that it can ever have; none where others can give it one, or one that does not stand in the source.</summary>
    internal static IReadOnlyList<ExpressionSyntax> All(ISymbol member, Compilation compilation)
        => Of(member, compilation) is { _areAll: true } known ? known._values : [];

    /// <summary>Every value that its type gives it; others may give it more.</summary>
    internal static IReadOnlyList<ExpressionSyntax> Seen(ISymbol member, Compilation compilation) => Of(member, compilation)._values;

    private static MemberValues Of(ISymbol member, Compilation compilation) => s_compilations
        .GetValue(compilation, static _ => new(SymbolEqualityComparer.Default))
        .GetOrAdd(member.OriginalDefinition, definition => Find(definition, compilation));

    private static MemberValues Find(ISymbol member, Compilation compilation)
    {
        if (member.ContainingType is not { } type || !SourceState.IsVisible(type, compilation))
        {
            return s_nothing;
        }

        List<ExpressionSyntax?> given = new TypeSource([type], SourceModels.In(compilation)).UsesOf(member, IsGiven).Select(ValueAt).ToList();
        return new MemberValues([.. InitializersOf(member), .. given.OfType<ExpressionSyntax>()], IsOwn(member) && !given.Contains(null));
    }

    private static ExpressionSyntax? ValueAt(SimpleNameSyntax place) => UsePlace.WholeOf(place).Parent is AssignmentExpressionSyntax { Right: var value } ? value : null;

    private static bool IsOwn(ISymbol member) => member switch
    {
        IFieldSymbol field => field.IsReadOnly || field.DeclaredAccessibility is Accessibility.Private,
        IPropertySymbol { IsVirtual: false, IsOverride: false, IsAbstract: false } property => property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private },
        _ => false,
    };

    // The initializer of an object gives a value, too.
    private static bool IsGiven(SimpleNameSyntax use)
        => UsePlace.IsWrite(use) || (use.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == use);

    private static IEnumerable<ExpressionSyntax> InitializersOf(ISymbol member) => member.DeclaringSyntaxReferences
        .Select(static reference => reference.GetSyntax() switch
        {
            VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        })
        .OfType<ExpressionSyntax>();
}
