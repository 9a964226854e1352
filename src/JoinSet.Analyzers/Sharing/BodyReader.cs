using JoinSets.Analyzers.Hops;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Sharing;

/// <summary>Reads a body once: its functions, what they mention, whom they call, what they spawn.</summary>
internal sealed partial class BodyReader
{
    /// <summary>Beyond these, what tasks do with the fields of an object is not worth the time of a build.</summary>
    private const int MostMethods = 32;

    private readonly List<(IMethodSymbol Method, FunctionCode Caller)> _methods = [];
    private readonly BodyCode _body;
    private readonly KnownSymbols _symbols;
    private readonly HopReader? _hops;
    private readonly List<(IObjectCreationOperation Made, FunctionCode Owner)> _made = [];
    private readonly List<(IInvocationOperation Call, FunctionCode Owner)> _calls = [];
    private readonly Stack<(IOperation Operation, FunctionCode Owner)> _pending = new();

    private BodyReader(BodyCode body, KnownSymbols symbols, bool checksHops)
    {
        _hops = checksHops ? new HopReader(body) : null;
        _body = body;
        _symbols = symbols;
    }

    internal static BodyCode Read(IOperation block, KnownSymbols symbols, bool checksHops)
    {
        var body = new BodyCode(block.SemanticModel!);
        var reader = new BodyReader(body, symbols, checksHops);
        var root = new FunctionCode(block.Syntax, symbol: null, parent: null);
        body.Add(root);
        reader.Read(block, root);
        reader.ReadMethods(root);
        reader.Resolve();
        return body;
    }

    private void Read(IOperation code, FunctionCode function)
    {
        _pending.Push((code, function));
        while (_pending.Count > 0)
        {
            (IOperation operation, FunctionCode owner) = _pending.Pop();
            Visit(operation, owner);
        }
    }

    // Methods of this object, and static ones: what they do with fields, the tasks do that run them, and the body does where it calls them itself.
    private void ReadMethods(FunctionCode root)
    {
        ReadMethods(method => method.Caller != root);
        HashSet<string> fields = new(_body.Functions.Where(function => function != root).SelectMany(static function => function.Uses).Select(static use => use.Variable)
            .Where(static variable => variable is IFieldSymbol or IPropertySymbol).Select(static field => field.Name));
        if (fields.Count > 0)
        {
            ReadMethods(method => method.Caller != root || Mentions(method.Method, fields));
        }
    }

    private void ReadMethods(Func<(IMethodSymbol Method, FunctionCode Caller), bool> isMeant)
    {
        for (int index = 0; index < _methods.Count && index < MostMethods; index++)
        {
            IMethodSymbol definition = BodyCode.DefinitionOf(_methods[index].Method);
            if (!isMeant(_methods[index]) || _body.FunctionOf(definition) is not null || MethodSource.Of(definition, _body) is not { } source)
            {
                continue;
            }

            var function = new FunctionCode(source.Syntax, definition, parent: null);
            _body.Add(function);
            Read(source.Code, function);
        }
    }

    private static bool Mentions(IMethodSymbol method, HashSet<string> names) => BodyCode.DefinitionOf(method).DeclaringSyntaxReferences
        .SelectMany(static part => part.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>())
        .Any(name => names.Contains(name.Identifier.ValueText));

    private void Visit(IOperation operation, FunctionCode owner)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation lambda:
                owner = Enter(lambda.Syntax, lambda.Symbol, owner);
                break;
            case ILocalFunctionOperation function:
                owner = Enter(function.Syntax, function.Symbol, owner);
                break;
            case IInvocationOperation call:
                _calls.Add((call, owner));
                if (call.Instance is IInstanceReferenceOperation || call.TargetMethod is { IsStatic: true, MethodKind: MethodKind.Ordinary, DeclaringSyntaxReferences.Length: > 0 })
                {
                    _methods.Add((call.TargetMethod, owner));
                }

                break;
            case IObjectCreationOperation made when _hops is not null && HopCalls.KindOf(made) is not null:
                _made.Add((made, owner));
                break;
            case IMethodReferenceOperation { Instance: null or IInstanceReferenceOperation, Method.MethodKind: MethodKind.Ordinary } reference when IsWork(reference):
                _methods.Add((reference.Method, new FunctionCode(reference.Syntax, symbol: null, owner)));
                break;
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                Give(declarator.Symbol, initializer.Value);
                break;
            default:
                Note(operation, owner);
                break;
        }

        foreach (IOperation child in operation.ChildOperations)
        {
            _pending.Push((child, owner));
        }
    }

    private FunctionCode Enter(SyntaxNode syntax, IMethodSymbol symbol, FunctionCode parent)
    {
        var function = new FunctionCode(syntax, symbol, parent);
        _body.Add(function);
        return function;
    }

    private void Note(IOperation operation, FunctionCode owner)
    {
        if (UseReader.VariableOf(operation) is not { } variable || !IsOurs(variable) || UseReader.KindOf(operation) is not (not UseKind.None and var kind))
        {
            return;
        }

        var use = new VariableUse(variable, operation, kind, owner);
        owner.Uses.Add(use);
        _body.UsesBySyntax[operation.Syntax] = use;
        if (use.Leaks)
        {
            _body.Leaked.Add(variable);
        }

        if (use.Writes)
        {
            Give(variable, operation.Parent is ISimpleAssignmentOperation assignment ? assignment.Value : operation);
        }
    }

    // The source of another project is at hand in the editor and not in a build: both are to say the same.
    private bool IsOurs(ISymbol variable)
        => !variable.IsStatic || SymbolEqualityComparer.Default.Equals(variable.ContainingAssembly, _body.Compilation.Assembly);

    private void Give(ISymbol variable, IOperation value)
    {
        if (!_body.Values.TryGetValue(variable, out List<IOperation>? values))
        {
            _body.Values[variable] = values = [];
        }

        values.Add(value);
    }
}
