using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sharing;

/// <summary>What is held around a place in a function: locks of every kind, and claims by which only one of all comers gets there.</summary>
/// <remarks>Where in doubt, a lock counts as held: a doubtful race is none.</remarks>
internal sealed class GuardReader(BodyCode body)
{
    private readonly Dictionary<(SyntaxNode, SyntaxNode), ImmutableArray<HeldLock>> _known = [];
    private readonly Dictionary<StatementSyntax, ImmutableArray<HeldLock>> _heldBefore = [];

    /// <summary>The guards around the place, out to its function.</summary>
    internal ImmutableArray<HeldLock> Around(SyntaxNode place, FunctionCode function)
    {
        if (!_known.TryGetValue((place, function.Syntax), out ImmutableArray<HeldLock> guards))
        {
            guards = Find(place, function.Syntax);
            _known[(place, function.Syntax)] = guards;
        }

        return guards;
    }

    /// <summary>What a whole function holds: the object, or the type, by [MethodImpl(MethodImplOptions.Synchronized)].</summary>
    internal static ImmutableArray<HeldLock> Of(FunctionCode function)
        => function.Symbol is { } method && (method.MethodImplementationFlags & MethodImplAttributes.Synchronized) != 0
            ? ImmutableArray.Create(new HeldLock(method.ContainingType))
            : ImmutableArray<HeldLock>.Empty;

    private ImmutableArray<HeldLock> Find(SyntaxNode place, SyntaxNode function)
    {
        var guards = ImmutableArray.CreateBuilder<HeldLock>();
        SyntaxNode inner = place;
        for (SyntaxNode? at = place.Parent; at is not null && inner != function; inner = at, at = at.Parent)
        {
            switch (at)
            {
                case LockStatementSyntax { Expression: not BaseObjectCreationExpressionSyntax } statement when inner == statement.Statement:
                    guards.Add(new HeldLock(LockCall.KeyOf(statement.Expression, body)));
                    break;
                case UsingStatementSyntax statement when inner == statement.Statement:
                    AddTaken((SyntaxNode?)statement.Expression ?? statement.Declaration, guards);
                    break;
                case IfStatementSyntax choice when inner != choice.Condition:
                    AddClaims(choice.Condition, guards);
                    break;
                case ConditionalExpressionSyntax choice when inner != choice.Condition:
                    AddClaims(choice.Condition, guards);
                    break;
                case BinaryExpressionSyntax both when inner == both.Right:
                    AddClaims(both.Left, guards);
                    break;
            }

            if (inner is StatementSyntax step)
            {
                guards.AddRange(HeldBefore(step));
            }
        }

        return guards.ToImmutable();
    }

    private static IEnumerable<StatementSyntax> SiblingsOf(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(static global => global.Statement),
        _ => [statement],
    };

    private ImmutableArray<HeldLock> HeldBefore(StatementSyntax statement)
    {
        if (!_heldBefore.ContainsKey(statement))
        {
            NoteHeld(SiblingsOf(statement));
        }

        return _heldBefore[statement];
    }

    // Statement by statement, what those before it have taken and not given back.
    private void NoteHeld(IEnumerable<StatementSyntax> statements)
    {
        var held = new List<HeldLock>();
        foreach (StatementSyntax statement in statements)
        {
            _heldBefore[statement] = held.ToImmutableArray();
            foreach (LockCall call in CallsIn(statement))
            {
                held.RemoveAll(guard => guard.Key.IsSameAs(call.HeldLock.Key));
                if (call.Takes)
                {
                    held.Add(call.HeldLock);
                }
            }

            if (TurnOf(statement) is { } turn)
            {
                held.Add(turn);
            }

            if (TakesUnknownLock(statement))
            {
                held.Add(new HeldLock(key: null));
            }
        }
    }

    private static IEnumerable<InvocationExpressionSyntax> InvocationsIn(SyntaxNode node) => node
        .DescendantNodesAndSelf(inner => !IsFunction(inner) && !(inner is IfStatementSyntax && inner != node))
        .OfType<InvocationExpressionSyntax>();

    // Which lock it is, and when it is given back, nobody can tell.
    private bool TakesUnknownLock(SyntaxNode node) => InvocationsIn(node).Any(call => LockNames.Take(call) && LockCall.Of(call, body) is null);

    private IEnumerable<LockCall> CallsIn(SyntaxNode node) => InvocationsIn(node)
        .Select(call => LockCall.Of(call, body))
        .OfType<LockCall>()
        .OrderBy(static call => call.Position);

    private void AddTaken(SyntaxNode? resource, ImmutableArray<HeldLock>.Builder guards)
    {
        if (resource is null)
        {
            return;
        }

        guards.AddRange(CallsIn(resource).Where(static call => call.Takes).Select(static call => call.HeldLock));
        if (TakesUnknownLock(resource))
        {
            guards.Add(new HeldLock(key: null));
        }
    }

    // if (await gate.WaitAsync(0)), if (Monitor.TryEnter(x)), if (Interlocked.Exchange(ref claimed, 1) == 0)
    private void AddClaims(ExpressionSyntax condition, ImmutableArray<HeldLock>.Builder guards)
    {
        AddTaken(condition, guards);
        if (condition.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().Any(IsClaim))
        {
            guards.Add(new HeldLock(key: null));
        }
    }

    // if (Interlocked.Increment(ref left) > 0) return; — the rest is for one only. A barrier lets all pass at once, in turns that nobody here can tell.
    private static HeldLock? TurnOf(StatementSyntax statement) => statement switch
    {
        IfStatementSyntax choice when choice.Condition.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().Any(IsClaim) => new HeldLock(key: null),
        ExpressionStatementSyntax { Expression: var call } when call.ToString().Contains(".SignalAndWait") => new HeldLock(key: null),
        _ => null,
    };

    private static bool IsClaim(MemberAccessExpressionSyntax member)
        => member is { Expression: IdentifierNameSyntax { Identifier.ValueText: "Interlocked" }, Name.Identifier.ValueText: "Exchange" or "CompareExchange" or "Increment" or "Decrement" or "Add" or "Or" or "And" }
            or { Name.Identifier.ValueText: "TrySetResult" or "TrySetException" or "TrySetCanceled" };

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;
}
