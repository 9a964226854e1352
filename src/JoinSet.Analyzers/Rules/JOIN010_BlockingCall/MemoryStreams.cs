using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Rules;

/// <summary>Whether something other than memory is behind a stream, reader or writer: only where that is seen does reading block.</summary>
internal static class MemoryStreams
{
    private const int MostSteps = 8;

    private static readonly string[] s_outside =
    [
        "System.IO.FileStream", "System.IO.Pipes.PipeStream", "System.Net.Sockets.NetworkStream", "System.Net.Security.AuthenticatedStream",
    ];

    internal static bool IsOutside(IOperation? stream, SemanticModel model)
    {
        for (int step = 0; step < MostSteps && stream is not null; step++)
        {
            if (s_outside.Any(type => BlockingMembers.Derives(stream.Type, type)))
            {
                return true;
            }

            switch (stream)
            {
                case IInvocationOperation call:
                    return Opens(call.TargetMethod);
                case IPropertyReferenceOperation property:
                    return BlockingMembers.Derives(property.Property.ContainingType, "System.Diagnostics.Process");
                case IObjectCreationOperation creation when FirstOf(creation)?.Type?.SpecialType is SpecialType.System_String:
                    return BlockingMembers.Derives(stream.Type, "System.IO.StreamReader") || BlockingMembers.Derives(stream.Type, "System.IO.StreamWriter");
                default:
                    stream = Behind(stream, model);
                    break;
            }
        }

        return false;
    }

    /// <summary>What a wrapper wraps, and what a variable was given.</summary>
    private static IOperation? Behind(IOperation stream, SemanticModel model) => stream switch
    {
        IConversionOperation conversion => conversion.Operand,
        IParenthesizedOperation parenthesized => parenthesized.Operand,
        IAwaitOperation waiting => waiting.Operation,
        IObjectCreationOperation creation => FirstOf(creation),
        ILocalReferenceOperation local when local.Local.DeclaringSyntaxReferences.FirstOrDefault() is { } reference && reference.SyntaxTree == model.SyntaxTree
            => reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } ? model.GetOperation(value) : null,
        _ => null,
    };

    private static IOperation? FirstOf(IObjectCreationOperation creation) => creation.Arguments.FirstOrDefault()?.Value;

    private static bool Opens(IMethodSymbol method)
        => BlockingMembers.Derives(method.ContainingType, "System.IO.File")
            || BlockingMembers.Derives(method.ContainingType, "System.IO.FileInfo")
            || (method.Name == "GetStreamAsync" && BlockingMembers.Derives(method.ContainingType, "System.Net.Http.HttpClient"));
}
