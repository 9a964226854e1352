using System.Runtime.CompilerServices;
using JoinSets.Completion;
using Microsoft.Coyote.Rewriting;

namespace JoinSets.Model;

/// <summary>Does what the finalizer of a set does, when the scenario says and not when the garbage collector does.</summary>
[SkipRewriting("An accessor has no body that could be rewritten.")]
internal static class Finalization
{
    internal static void Run(JoinSet set) => CoreOf(set).Drop();

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_core")]
    private static extern ref JoinCore CoreOf(JoinSet set);
}
