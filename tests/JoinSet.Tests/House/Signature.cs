using System.Reflection;

namespace JoinSets.Tests.House;

/// <summary>Writes a member as the contract's listing does, with what the compiler knows about null.</summary>
internal static class Signature
{
    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(int)] = "int",
        [typeof(bool)] = "bool",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    /// <summary>The public members that the type declares; the accessors of its properties count as those.</summary>
    internal static IEnumerable<string> AllOf(Type type)
        => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member is not MethodInfo { IsSpecialName: true })
            .Select(Of);

    private static string Of(MemberInfo member)
    {
        var nullability = new NullabilityInfoContext();
        return member switch
        {
            ConstructorInfo constructor => $"new({Parameters(constructor, nullability)})",
            PropertyInfo property => $"{Name(nullability.Create(property))} {property.Name}",
            MethodInfo method => $"{Name(nullability.Create(method.ReturnParameter))} {method.Name}{Generics(method)}({Parameters(method, nullability)})",
            _ => member.ToString()!,
        };
    }

    private static string Generics(MethodInfo method)
        => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private static string Parameters(MethodBase method, NullabilityInfoContext nullability)
        => string.Join(", ", method.GetParameters().Select(parameter => Parameter(parameter, nullability)));

    private static string Parameter(ParameterInfo parameter, NullabilityInfoContext nullability)
        => (parameter.IsOut ? "out " : "")
            + $"{Name(nullability.Create(parameter))} {parameter.Name}"
            + (parameter.HasDefaultValue ? parameter.ParameterType.IsValueType ? " = default" : " = null" : "");

    private static string Name(NullabilityInfo info)
    {
        Type type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Plain(underlying, []) + "?";
        }

        bool isNullable = info.ReadState == NullabilityState.Nullable && !type.IsValueType && !IsUnannotated(type);
        return type.IsArray
            ? Name(info.ElementType!) + "[]"
            : Plain(type, info.GenericTypeArguments) + (isNullable ? "?" : "");
    }

    // A bare T says "nullable, if it is" without being written with a question mark; that mark is left to the compiler.
    private static bool IsUnannotated(Type type) => type.IsGenericParameter;

    private static string Plain(Type type, NullabilityInfo[] arguments)
    {
        if (s_keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }

        if (!type.IsGenericType)
        {
            return type.Name;
        }

        IEnumerable<string> names = arguments.Length > 0 ? arguments.Select(Name) : type.GetGenericArguments().Select(argument => Plain(argument, []));
        return $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", names)}>";
    }
}
