using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Typestate;

/// <content>Where a set begins.</content>
internal sealed partial class SetTransfer
{
    private Value Create(IObjectCreationOperation creation, int depth)
    {
        foreach (IOperation child in creation.ChildOperations)
        {
            LoseIf(Evaluate(child, depth));
        }

        MayThrow();
        return creation.Syntax == _body.Set.Creation ? Bear(creation.Syntax) : new(ValueKind.NotNull);
    }

    private Value Bear(SyntaxNode at)
    {
        if (_state.IsBorn)
        {
            BearAgain();
        }

        _state = _body.Set.FirstState;
        _trace = _state.Holds ? Trace.Nothing.Fill(at, wasEmpty: true) : Trace.Nothing;
        return new(ValueKind.Set);
    }

    // The same expression makes the next set: the one before is lost to sight unless its only variable is about to be overwritten.
    private void BearAgain()
    {
        List<ISymbol> holders = SetVariables();
        if (holders.Count == 1)
        {
            Forget(new Slot(holders[0]), EndOfLife.Reassigned, at: null);
        }

        _values = _values.RemoveAll(static known => known.Value.LeadsToSet || known.Value.IsEvidence);
    }
}
