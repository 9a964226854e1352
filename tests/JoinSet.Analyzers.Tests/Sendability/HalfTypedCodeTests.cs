using JoinSets.Analyzers.Sendability;
using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace JoinSets.Analyzers.Tests.Sendability;

/// <summary>Whatever stands in the editor is answered, never thrown at.</summary>
public sealed class HalfTypedCodeTests
{
    private const string Program = """
        [Sendable] class Vouched<X> where X : List<int> { X _x; }
        sealed partial class Cart(List<string> names, int count) : Vouched<Missing>, IList<int>
        {
            readonly object _gate = new(); readonly Lock _lock = new(); int _n; List<int>[]? _lists; event Action? Changed;
            public string Name { get; private set; } = ""; public int this[int i] { get => _n; set { lock (_gate) { _n = value; } } }
            public void Add(int item) { (_n, _) = (item, 2); names?.Add($"{item}"); _lists![0].Add(count++); _lists ??= []; foreach (var l in _lists) l.Clear(); }
            public int Sum() { if (_n == 0) { _n = 1; } Interlocked.Increment(ref _n); return Sum() + Other(this, ref _n) + names.Count(n => n.Length > _n); }
            static int Other(Cart cart, ref int n) => cart.Name.Length; public override string ToString() => base.ToString() + Name;
        }
        record struct Pair<A>(A First, Cart? Second) { public readonly int Size => 1; }
        """;

    private static readonly Compilation s_empty = new Snippet("").Compile();

    [Fact]
    public void A_program_cut_off_anywhere_gets_its_verdicts()
    {
        for (int length = 0; length <= Program.Length; length += 5)
        {
            AskEverything(Program[..length]);
        }
    }

    [Fact]
    public void A_program_with_any_word_missing_gets_its_verdicts()
    {
        string[] words = Program.Split(' ');
        for (int index = 0; index < words.Length; index++)
        {
            AskEverything(string.Join(' ', words.Where((_, at) => at != index)));
        }
    }

    private static void AskEverything(string code)
    {
        Compilation compilation = s_empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Snippet.Usings + code));
        var verdicts = new SendVerdicts(compilation, SendSettings.None);
        foreach (INamedTypeSymbol type in compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>())
        {
            Assert.NotNull(verdicts.Of(type).Reason);
            foreach (ISymbol member in type.GetMembers())
            {
                Assert.NotNull(verdicts.OfMember(member));
                Assert.True(Enum.IsDefined(verdicts.EffectOf(member, type)) && Enum.IsDefined(verdicts.EffectOf(member, type, isWrite: true)));
            }

            Assert.True(Enum.IsDefined(verdicts.EffectOfEnumerating(type)));
        }
    }
}
