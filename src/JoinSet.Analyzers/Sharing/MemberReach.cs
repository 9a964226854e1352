using JoinSets.Analyzers.Sendability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sharing;

/// <summary>Which fields of its object a member in source may come to, and change, by the names in its text and in that of the members it names.</summary>
/// <remarks>Thread safety: immutable once made.</remarks>
internal sealed class MemberReach
{
    private readonly HashSet<string> _touched = [];
    private readonly HashSet<string> _changed = [];
    private readonly Queue<ISymbol> _pending = [];
    private readonly List<INamedTypeSymbol> _types;
    private readonly HashSet<string> _parameters;
    private readonly Func<ITypeSymbol, bool> _isSafe;

    private MemberReach(List<INamedTypeSymbol> types, Func<ITypeSymbol, bool> isSafe)
    {
        _types = types;
        _parameters = new(types.SelectMany(ParametersOf));
        _isSafe = isSafe;
    }

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

        var reach = new MemberReach(types, isSafe);
        return reach.TryRead(member.OriginalDefinition) ? reach : null;
    }

    /// <summary>Whether it changes a field that the other comes to: who reads a server's address is not in the way of who adds to its connections.</summary>
    internal bool Disturbs(MemberReach other) => (_changed.Count == 0 ? _touched : _changed).Overlaps(other._touched);

    private bool TryRead(ISymbol member)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        _pending.Enqueue(member);
        while (_pending.Count > 0)
        {
            ISymbol next = _pending.Dequeue();
            if (!seen.Add(next))
            {
                continue;
            }

            _touched.Add(next.Name); // a field, or a property that may have one of its own
            foreach (SyntaxNode text in next is IFieldSymbol ? [] : next.DeclaringSyntaxReferences.Select(static part => part.GetSyntax()))
            {
                if (text.DescendantNodes().Any(IsWholeObject))
                {
                    return false;
                }

                Read(text);
            }
        }

        return true;
    }

    private void Read(SyntaxNode text)
    {
        foreach (IGrouping<string, IdentifierNameSyntax> name in text.DescendantNodes().OfType<IdentifierNameSyntax>().GroupBy(static name => name.Identifier.ValueText))
        {
            List<ISymbol> members = _types.SelectMany(type => type.GetMembers(name.Key)).ToList();
            bool isParameter = _parameters.Contains(name.Key);
            if (members.Count == 0 && !isParameter)
            {
                continue;
            }

            members.ForEach(_pending.Enqueue);
            _touched.Add(name.Key);
            bool isCareful = isParameter || members.Exists(member => member.TypeOfVariable() is not { } type || !_isSafe(type));
            if (name.Any(place => UsePlace.IsWrite(place) || (isCareful && IsPartChanged(place))))
            {
                _changed.Add(name.Key);
            }
        }
    }

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
