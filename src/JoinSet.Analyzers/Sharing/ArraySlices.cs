using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sharing;

/// <summary>Calls that use a part of an array, from an index on that only the running program knows: each task may have a part of its own.</summary>
internal static class ArraySlices
{
    internal static bool IsGivenWith(IArgumentOperation array) => array.Parent is IInvocationOperation call && IsTaken(call);

    // What a number means to a method in source, its name need not say: any may be the bound of a part.
    internal static bool IsTaken(IInvocationOperation call) => call.Arguments.Any(argument
        => argument.Parameter is { Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64, Name: var name } && !argument.Value.ConstantValue.HasValue
            && (call.TargetMethod.DeclaringSyntaxReferences.Length > 0 || IsStart(name)));

    private static bool IsStart(string parameter)
        => parameter.EndsWith("ndex", StringComparison.Ordinal) || parameter.EndsWith("ffset", StringComparison.Ordinal) || parameter.StartsWith("start", StringComparison.Ordinal);
}
