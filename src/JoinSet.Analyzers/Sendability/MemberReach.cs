using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sendability;

/// <summary>Which fields of its object a member in source may come to, and change, by the names in its text and in that of the members it names.</summary>
/// <remarks>Thread safety: immutable once made.</remarks>
internal sealed class MemberReach
{
    private readonly HashSet<string> _touched = [];
    private readonly HashSet<string> _changed = [];

    /// <summary>Null where a text cannot be seen, or the whole object is handed on.</summary>
    /// <param name="member">What is used of the object.</param>
    /// <param name="isSafe">Whether a call of an object of this type changes nothing that needs care.</param>
    internal static MemberReach? Of(ISymbol member, Func<ITypeSymbol, bool> isSafe)
    {
        List<INamedTypeSymbol> types = TypesOf(member.ContainingType).ToList();
        if (types.Count == 0 || types.Exists(static type => type.DeclaringSyntaxReferences.IsEmpty || SendTable.RowOf(type) is not null))
        {
            return null; // a type that the tables know is judged by them
        }

        var reach = new MemberReach();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Queue<ISymbol>([member.OriginalDefinition]);
        while (pending.Count > 0)
        {
            ISymbol next = pending.Dequeue();
            if (!seen.Add(next))
            {
                continue;
            }

            reach._touched.Add(next.Name); // a field, or a property that may have one of its own
            foreach (SyntaxNode text in next is IFieldSymbol ? [] : next.DeclaringSyntaxReferences.Select(static part => part.GetSyntax()))
            {
                if (text.DescendantNodes().Any(IsWholeObject))
                {
                    return null;
                }

                reach.Read(text, types, pending, isSafe);
            }
        }

        return reach;
    }

    /// <summary>Whether it changes a field that the other comes to: who reads a server's address is not in the way of who adds to its connections.</summary>
    internal bool Disturbs(MemberReach other) => (_changed.Count == 0 ? _touched : _changed).Overlaps(other._touched);

    private void Read(SyntaxNode text, List<INamedTypeSymbol> types, Queue<ISymbol> pending, Func<ITypeSymbol, bool> isSafe)
    {
        foreach (IGrouping<string, IdentifierNameSyntax> name in text.DescendantNodes().OfType<IdentifierNameSyntax>().GroupBy(static name => name.Identifier.ValueText))
        {
            List<ISymbol> members = types.SelectMany(type => type.GetMembers(name.Key)).ToList();
            bool isParameter = types.SelectMany(ParametersOf).Contains(name.Key);
            if (members.Count == 0 && !isParameter)
            {
                continue;
            }

            members.ForEach(pending.Enqueue);
            _touched.Add(name.Key);
            bool isCareful = isParameter || members.Exists(member => TypeOf(member) is not { } type || !isSafe(type));
            if (name.Any(place => UsePlace.IsWrite(place) || (isCareful && IsPartChanged(place))))
            {
                _changed.Add(name.Key);
            }
        }
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;

    // _list.Add(1), _state.Count++, _map["a"] = 1
    private static bool IsPartChanged(IdentifierNameSyntax name)
    {
        SyntaxNode whole = UsePlace.WholeOf(name);
        SyntaxNode at = whole;
        while (at.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax && at.Parent.ChildNodes().First() == at)
        {
            at = at.Parent;
        }

        return at != whole && at.Parent is InvocationExpressionSyntax or AssignmentExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax
            || at.Parent is ConditionalAccessExpressionSyntax;
    }

    // Given away as it is, by this or by a method of its own.
    private static bool IsWholeObject(SyntaxNode node) => node is ThisExpressionSyntax && node.Parent is not MemberAccessExpressionSyntax;

    // With its base classes, whose members go by the same object.
    private static IEnumerable<INamedTypeSymbol> TypesOf(INamedTypeSymbol? type)
    {
        for (; type is not null and { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; type = type.BaseType)
        {
            yield return type.OriginalDefinition;
        }
    }

    // A primary constructor's parameters are fields, too.
    private static IEnumerable<string> ParametersOf(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .SelectMany(static part => (part.GetSyntax() as TypeDeclarationSyntax)?.ParameterList?.Parameters ?? default)
        .Select(static parameter => parameter.Identifier.ValueText);
}
