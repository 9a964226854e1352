using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sharing;

/// <summary>For each call that spawns, the variables from outside that its task uses; filled in while the functions of the body are followed.</summary>
internal sealed class ShareBook(BodyCode body, GuardReader guards)
{
    private readonly Dictionary<SpawnCall, List<TaskShare>> _shares = [];
    private readonly Dictionary<SpawnCall, CodeWalk> _walks = [];

    internal BodyCode Body => body;

    internal IEnumerable<TaskShare> All => body.Spawns.SelectMany(SharesOf);

    /// <summary>Whether some task uses what could be reported: anything but plain values in variables that nobody gives another one.</summary>
    internal bool MayBeJudged
    {
        get
        {
            var changed = new HashSet<ISymbol>(body.UsesBySyntax.Values.Where(static use => use.Kind is not UseKind.Read).Select(static use => use.Variable), SymbolEqualityComparer.Default);
            return All.Any(share => changed.Contains(share.Variable) || !HoldsPlainValue(share.Variable));
        }
    }

    internal ISymbol RootOf(ISymbol variable) => body.RootOf(variable);

    internal IReadOnlyList<SpawnCall> SpawnsOf(SpawnCall task)
    {
        SharesOf(task);
        return _walks.TryGetValue(task, out CodeWalk? walk) ? walk.Spawns : [];
    }

    internal IReadOnlyList<TaskShare> SharesOf(SpawnCall task)
    {
        if (_shares.TryGetValue(task, out List<TaskShare>? known))
        {
            return known;
        }

        _shares[task] = known = [];
        if (task.Work is { } work && !task.IsElsewhere)
        {
            _walks[task] = CodeWalk.OfTask(task, work, guards);
            Share(task, work, _walks[task], known);
        }
        else if (MethodOf(task) is { } method && !task.IsElsewhere)
        {
            Of(body.RootOf(method.Variable), task, known).AllUses.Add(new TaskUse(method, ImmutableArray<HeldLock>.Empty));
        }

        return known;
    }

    private void Share(SpawnCall task, FunctionCode work, CodeWalk walk, List<TaskShare> shares)
    {
        foreach (TaskUse use in walk.Uses)
        {
            ISymbol variable = use.Use.Variable;
            Of(variable, task, shares).AllUses.Add(use);
            if (body.RootOf(variable) is var root && !root.IsSameAs(variable))
            {
                Of(root, task, shares).AllUses.Add(use);
            }
        }

        if (work.Symbol?.Parameters.FirstOrDefault() is { } parameter)
        {
            foreach (StateValue state in StateValue.AllOf(task, parameter))
            {
                Of(body.RootOf(state.Variable), task, shares).AllUses.AddRange(walk.Functions.SelectMany(function => state.UsesIn(function)
                    .Select(use => new TaskUse(use, guards.Around(use.Syntax, function)))));
            }
        }
    }

    // A number, a character, a truth value or a text: whoever has it can only read it.
    private static bool HoldsPlainValue(ISymbol variable)
        => variable is ILocalSymbol or IParameterSymbol
            && variable.TypeOfVariable() is { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String };

    // set.Spawn(client.RunAsync): the task runs a method of the object, whose code is another's.
    private VariableUse? MethodOf(SpawnCall task)
        => task.Delegate is { } given && BodyCode.Plain(given) is IDelegateCreationOperation { Target: IMethodReferenceOperation { Instance: { } instance } }
            && body.UsesBySyntax.TryGetValue(instance.Syntax, out VariableUse? use)
                ? use
                : null;

    private static TaskShare Of(ISymbol variable, SpawnCall task, List<TaskShare> shares)
    {
        TaskShare? share = shares.Find(known => known.Variable.IsSameAs(variable));
        if (share is null)
        {
            share = new TaskShare(task, variable);
            shares.Add(share);
        }

        return share;
    }
}
