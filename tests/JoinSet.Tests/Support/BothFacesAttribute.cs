using System.Reflection;
using Xunit.Sdk;

namespace JoinSets.Tests.Support;

/// <summary>The rows of a theory that holds for both sets; each row is the face, followed by what the attribute was given.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class BothFacesAttribute(params object[] more) : DataAttribute
{
    public IReadOnlyList<object> More { get; } = more;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
        => Enum.GetValues<Face>().Select(face => (object[])[face, .. More]);
}
