using System.Collections;
using System.Runtime.CompilerServices;
using Xunit;

namespace JoinSets.Tests.House;

/// <summary>The public surface holds every signature of the contract's listing, and both sets are parallel.</summary>
public sealed class PublicSurface
{
    private static readonly Dictionary<Type, string[]> s_listing = new()
    {
        [typeof(JoinSet<>)] =
        [
            "new()",
            "new(CancellationToken cancellationToken)",
            "new(JoinSetOptions options)",
            "int Count",
            "bool IsEmpty",
            "AbortHandle Spawn(Func<CancellationToken, Task<T>> work, string? name = null)",
            "AbortHandle Spawn<TState>(Func<TState, CancellationToken, Task<T>> work, TState state, string? name = null)",
            "AbortHandle SpawnOn(TaskScheduler scheduler, Func<CancellationToken, Task<T>> work, string? name = null)",
            "AbortHandle SpawnLocal(Func<CancellationToken, Task<T>> work, string? name = null)",
            "AbortHandle SpawnBlocking(Func<CancellationToken, T> work, string? name = null)",
            "AbortHandle SpawnBlocking<TState>(Func<TState, CancellationToken, T> work, TState state, string? name = null)",
            "void SpawnEach<TItem>(IEnumerable<TItem> items, Func<TItem, CancellationToken, Task<T>> work)",
            "AbortHandle Add(Task<T> task, string? name = null)",
            "ValueTask<JoinResult<T>?> JoinNextAsync(CancellationToken cancellationToken = default)",
            "bool TryJoinNext(out JoinResult<T> result)",
            "Task<T[]> JoinAllAsync(CancellationToken cancellationToken = default)",
            "IAsyncEnumerator<JoinResult<T>> GetAsyncEnumerator(CancellationToken cancellationToken = default)",
            "IAsyncEnumerable<JoinResult<T>> JoinEachAsync(CancellationToken cancellationToken = default)",
            "void AbortAll()",
            "Task ShutdownAsync(CancellationToken cancellationToken = default)",
            "void DetachAll()",
            "void Dispose()",
            "ValueTask DisposeAsync()",
        ],
        [typeof(JoinSetOptions)] = ["int? MaxConcurrency", "CancellationToken CancellationToken", "string? Name"],
        [typeof(JoinResult<>)] =
        [
            "TaskId Id",
            "string? Name",
            "bool IsSuccess",
            "bool IsCanceled",
            "bool IsFaulted",
            "T Value",
            "JoinError? Error",
            "bool TryGetValue(out T value)",
            "void Deconstruct(out T value, out JoinError? error)",
        ],
        [typeof(JoinResult)] =
        [
            "TaskId Id",
            "string? Name",
            "bool IsSuccess",
            "bool IsCanceled",
            "bool IsFaulted",
            "JoinError? Error",
            "void ThrowIfFailed()",
        ],
        [typeof(JoinError)] = ["TaskId Id", "string? Name", "bool IsCanceled", "bool IsFaulted", "Exception Exception", "void Rethrow()"],
        [typeof(AbortHandle)] = ["TaskId Id", "string? Name", "bool IsFinished", "void Abort()"],
        [typeof(TaskId)] = [],
    };

    public static TheoryData<Type> Listed => [.. s_listing.Keys];

    public static TheoryData<Type> Public => [.. typeof(JoinSet).Assembly.GetExportedTypes()];

    [Theory, MemberData(nameof(Listed))]
    public void Listing_EverySignature_IsThere(Type type)
        => Assert.Empty(s_listing[type].Except(Signature.AllOf(type)));

    [Fact]
    public void BothSets_EveryMemberOfOne_HasItsCounterpart()
        => Assert.Equal(Signature.AllOf(typeof(JoinSet<>)).Select(WithoutValue).Order(), Signature.AllOf(typeof(JoinSet)).Order());

    [Fact]
    public void BothResults_EveryMemberOfOne_HasItsCounterpart()
    {
        string[] ofTheValue = ["T Value", "bool TryGetValue(out T value)", "void Deconstruct(out T value, out JoinError? error)"];

        Assert.Equal(
            Signature.AllOf(typeof(JoinResult<>)).Except(ofTheValue).Order(),
            Signature.AllOf(typeof(JoinResult)).Order());
    }

    [Theory, MemberData(nameof(Public))]
    public void PublicType_Any_CannotBeInheritedFrom(Type type) => Assert.True(type.IsSealed);

    [Theory, MemberData(nameof(Public))]
    public void PublicType_Any_LivesInTheNamespaceOfTheLibrary(Type type) => Assert.Equal("JoinSets", type.Namespace);

    [Theory, MemberData(nameof(Public))]
    public void PublicType_Any_ShowsNoField(Type type) => Assert.Empty(type.GetFields());

    // A type that is both this and IAsyncDisposable makes set.ConfigureAwait(false) ambiguous.
    [Theory, MemberData(nameof(Public))]
    public void PublicType_Any_IsNoSequence(Type type)
    {
        Assert.DoesNotContain(type.GetInterfaces(), face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));
        Assert.False(typeof(IEnumerable).IsAssignableFrom(type));
    }

    [Theory]
    [InlineData(typeof(JoinSet<>), typeof(IAsyncDisposable), typeof(IDisposable))]
    [InlineData(typeof(JoinSet), typeof(IAsyncDisposable), typeof(IDisposable))]
    [InlineData(typeof(AbortHandle), typeof(IEquatable<AbortHandle>))]
    [InlineData(typeof(TaskId), typeof(IComparable<TaskId>), typeof(IEquatable<TaskId>), typeof(IFormattable), typeof(ISpanFormattable))]
    public void Listing_Interfaces_AreThoseAndNoOthers(Type type, params Type[] interfaces)
        => Assert.Equal(interfaces.OrderBy(face => face.FullName), type.GetInterfaces().OrderBy(face => face.FullName));

    [Theory]
    [InlineData(typeof(JoinResult<>))]
    [InlineData(typeof(JoinResult))]
    [InlineData(typeof(AbortHandle))]
    [InlineData(typeof(TaskId))]
    public void Listing_Values_AreReadonlyStructs(Type type)
    {
        Assert.True(type.IsValueType);
        Assert.True(type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false));
    }

    [Fact]
    public void Assembly_Name_IsThatOfThePackage() => Assert.Equal("JoinSet", typeof(JoinSet).Assembly.GetName().Name);

    private static string WithoutValue(string signature) => signature
        .Replace("JoinResult<T>", "JoinResult", StringComparison.Ordinal)
        .Replace("Task<T[]>", "Task", StringComparison.Ordinal)
        .Replace("Task<T>", "Task", StringComparison.Ordinal)
        .Replace("Func<CancellationToken, T>", "Action<CancellationToken>", StringComparison.Ordinal)
        .Replace("Func<TState, CancellationToken, T>", "Action<TState, CancellationToken>", StringComparison.Ordinal);
}
