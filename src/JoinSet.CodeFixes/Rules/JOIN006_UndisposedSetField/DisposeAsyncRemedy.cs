using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Awaits the sets' end in DisposeAsync: in the type's own, in an override of its base's, or in a new one.</summary>
internal sealed class DisposeAsyncRemedy(string key, string title) : Remedy(key, title)
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (OwnerType.Of(diagnostic, model, cancellationToken) is not { } owner || model.Compilation.GetTypeByMetadataName("System.IAsyncDisposable") is not { } contract)
        {
            return false;
        }

        if ((owner.Own("DisposeAsyncCore") ?? owner.Own("DisposeAsync")) is { } own)
        {
            return owner.DeclarationOf(own) is { } method && new DisposeMethod(method, owner, model).TryBegin(edits, cancellationToken);
        }

        if (!CanGrow(owner))
        {
            return false;
        }

        if ((owner.Inherited("DisposeAsyncCore") ?? owner.Inherited("DisposeAsync")) is { } inherited)
        {
            return TryOverride(inherited, owner, edits);
        }

        return !owner.Symbol.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default) && Implement(owner, edits);
    }

    /// <summary>A ref struct has no base list, a type with another DisposeAsync has no room, and half-typed code has no end.</summary>
    private static bool CanGrow(OwnerType owner)
        => !owner.Symbol.IsRefLikeType && owner.Symbol.GetMembers("DisposeAsync").IsEmpty && !owner.Syntax.OpenBraceToken.IsMissing && !owner.Syntax.CloseBraceToken.IsMissing;

    private static bool TryOverride(IMethodSymbol inherited, OwnerType owner, TextEdits edits)
    {
        bool mayOverride = (inherited.IsVirtual || inherited.IsOverride) && !inherited.IsSealed
            && inherited.ReturnType is { Name: "ValueTask" } && inherited.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected;
        if (!mayOverride || !edits.IsFirstFor(owner.Symbol))
        {
            return mayOverride;
        }

        string access = inherited.DeclaredAccessibility is Accessibility.Public ? "public" : "protected";
        owner.Append(
            [$"{access} override async {ValueTaskIn(owner)} {inherited.Name}()", "{", .. owner.Sets.SelectMany(static set => set.Await).Select(Inner), $"    await base.{inherited.Name}();", "}"],
            edits);
        return true;
    }

    private static bool Implement(OwnerType owner, TextEdits edits)
    {
        if (!edits.IsFirstFor(owner.Symbol))
        {
            return true;
        }

        AddContract(owner, edits);
        List<string> calls = owner.Sets.SelectMany(static set => set.Await).ToList();
        if (DisposalOf(owner) is { } disposal)
        {
            calls.Add(disposal); // who disposes asynchronously is asked for no other Dispose
        }

        owner.Append(
            owner.Sets.Count == 1 && DisposalOf(owner) is null
                ? [$"public {ValueTaskIn(owner)} DisposeAsync() => {owner.Sets[0].Task};"]
                : [$"public async {ValueTaskIn(owner)} DisposeAsync()", "{", .. calls.Select(Inner), "}"],
            edits);
        return true;
    }

    private static string? DisposalOf(OwnerType owner)
        => (owner.Own("Dispose") ?? owner.Inherited("Dispose")) is { ReturnsVoid: true, DeclaredAccessibility: Accessibility.Public } ? "Dispose();"
            : owner.Symbol.AllInterfaces.Any(static contract => contract.SpecialType is SpecialType.System_IDisposable) ? $"(({owner.NameOf("System", "IDisposable")})this).Dispose();"
            : null;

    private static void AddContract(OwnerType owner, TextEdits edits)
    {
        string contract = owner.NameOf("System", "IAsyncDisposable");
        if (owner.Syntax.BaseList is { Types.Count: > 0 } bases)
        {
            edits.Add(new TextEdit(new(bases.Types.Last().Span.End, 0), ", " + contract));
            return;
        }

        SyntaxNodeOrToken head = (SyntaxNode?)owner.Syntax.ParameterList ?? (SyntaxNode?)owner.Syntax.TypeParameterList ?? (SyntaxNodeOrToken)owner.Syntax.Identifier;
        edits.Add(new TextEdit(new(head.Span.End, 0), " : " + contract));
    }

    private static string ValueTaskIn(OwnerType owner) => owner.NameOf("System.Threading.Tasks", "ValueTask");

    private static string Inner(string line) => "    " + line;
}
