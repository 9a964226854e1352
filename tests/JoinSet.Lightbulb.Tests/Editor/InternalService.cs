using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host;

namespace JoinSets.Lightbulb.Tests.Editor;

/// <summary>A service of Roslyn's editor features that editors may use and we may not: found by its name, called by reflection.</summary>
internal sealed class InternalService
{
    private const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly Type _type;
    private readonly object _instance;

    private InternalService(Type type, object instance) => (_type, _instance) = (type, instance);

    /// <summary>One that belongs to a workspace.</summary>
    internal static InternalService OfWorkspace(Workspace workspace, string assembly, string name)
    {
        Type type = TypeOf(assembly, name);
        MethodInfo getService = typeof(HostWorkspaceServices).GetMethod(nameof(HostWorkspaceServices.GetRequiredService))!;
        return new(type, getService.MakeGenericMethod(type).Invoke(workspace.Services, null)!);
    }

    /// <summary>One that all workspaces of a host share.</summary>
    internal static InternalService OfHost(HostServices host, string assembly, string name)
    {
        Type type = TypeOf(assembly, name);
        MethodInfo getExports = TypeOf("Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.Host.Mef.IMefHostExportProvider")
            .GetMethods().Single(static method => method.Name == "GetExports" && method.GetGenericArguments().Length == 1);
        object export = ((IEnumerable)getExports.MakeGenericMethod(type).Invoke(host, null)!).Cast<object>().Single();
        return new(type, Read(export, "Value")!);
    }

    internal static object? Read(object from, string property) => from.GetType().GetProperty(property, AnyInstance)!.GetValue(from);

    internal static Type TypeOf(string assembly, string name) => Assembly.Load(assembly).GetType(name, throwOnError: true)!;

    internal object? Property(string name) => _type.GetProperty(name)!.GetValue(_instance);

    internal object Call(string method, params object?[] arguments)
        => _type.GetMethods().Single(candidate => candidate.Name == method && candidate.GetParameters().Length == arguments.Length).Invoke(_instance, arguments)!;
}
