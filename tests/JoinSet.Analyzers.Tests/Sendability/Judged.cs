using System.Collections.Immutable;
using JoinSets.Analyzers.Sendability;
using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace JoinSets.Analyzers.Tests.Sendability;

/// <summary>A program whose types are judged: the one in question is called T, or is the type of a field called <c>subject</c>.</summary>
internal sealed class Judged
{
    private readonly Compilation _compilation;
    private readonly SendVerdicts _verdicts;

    private Judged(string code, SendSettings settings)
    {
        _compilation = Snippet.OfFile("using System.IO; using System.Text; using System.Collections.Immutable; using System.Net.Http;\n" + code).Compile()
            .AddReferences(MetadataReference.CreateFromFile(typeof(ImmutableArray).Assembly.Location));
        Assert.Empty(_compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error));
        _verdicts = new SendVerdicts(_compilation, settings);
    }

    internal Verdict Verdict => _verdicts.Of(Type);

    private ITypeSymbol Type => Subject?.Type ?? (ITypeSymbol)_compilation.GetSymbolsWithName("T", SymbolFilter.Type).Single();

    private IFieldSymbol? Subject => _compilation.GetSymbolsWithName("subject", SymbolFilter.Member).OfType<IFieldSymbol>().SingleOrDefault();

    internal static Judged Program(string code, SendSettings? settings = null) => new(code, settings ?? SendSettings.None);

    internal static Judged Field(string type) => Program($"unsafe class Holder<TOpen> {{ {type} subject; }}");

    internal Verdict VerdictOn(string type) => _verdicts.Of((ITypeSymbol)_compilation.GetSymbolsWithName(type, SymbolFilter.Type).Single());

    internal Verdict VerdictOnAnonymousObject()
    {
        SyntaxTree tree = _compilation.SyntaxTrees.Single();
        SyntaxNode made = tree.GetRoot().DescendantNodes().OfType<AnonymousObjectCreationExpressionSyntax>().Single();
        return _verdicts.Of(_compilation.GetSemanticModel(tree).GetTypeInfo(made).Type!);
    }

    /// <summary>The verdict on what a member of a framework type gives.</summary>
    internal Verdict VerdictOnMember(string type, string member)
        => _verdicts.OfMember(_compilation.GetTypeByMetadataName(type)!.GetMembers(member)[0]);

    internal MemberEffect EffectOf(string member, bool isWrite = false)
    {
        ISymbol[] found = [.. Lineage(Type).SelectMany(type => type.GetMembers(member))];
        return _verdicts.EffectOf(found[0], Type, isWrite);
    }

    internal MemberEffect EffectOfEnumerating() => _verdicts.EffectOfEnumerating(Type);

    /// <summary>What the one call of the program does to the subject, which is an argument or the receiver of an extension.</summary>
    internal MemberEffect EffectOnArgument()
    {
        SyntaxTree tree = _compilation.SyntaxTrees.Single();
        SyntaxNode run = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(static method => method.Identifier.Text == "Run");
        SemanticModel model = _compilation.GetSemanticModel(tree);
        IdentifierNameSyntax use = run.DescendantNodes().OfType<IdentifierNameSyntax>().First(static name => name.Identifier.Text == "subject");
        if (use.Parent is MemberAccessExpressionSyntax access)
        {
            return _verdicts.EffectOf(model.GetSymbolInfo(access).Symbol!, Type);
        }

        var argument = (IArgumentOperation)model.GetOperation(use.Parent!)!;
        return _verdicts.EffectOnArgument(argument.Parameter!, Type);
    }

    private static IEnumerable<ITypeSymbol> Lineage(ITypeSymbol type)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            yield return at;
        }

        foreach (ITypeSymbol contract in type.AllInterfaces)
        {
            yield return contract;
        }
    }
}
