using JoinSets.Analyzers.Sendability;
using Xunit;

namespace JoinSets.Analyzers.Tests.Sendability;

/// <summary>Types of libraries, stood in for by types of the same name: the tables go by names.</summary>
public sealed class LibraryTypeTests
{
    private const string Libraries = """
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext : IDisposable { public virtual int SaveChanges() => 0; public DbSet<X> Set<X>() => null!; public string Name => ""; public void Dispose() { } }
            public class DbSet<X> : List<X> { }
        }

        namespace Microsoft.AspNetCore.Http
        {
            public abstract class HttpContext { public abstract HttpRequest Request { get; } public abstract CancellationToken RequestAborted { get; } public abstract void Abort(); }
            public abstract class HttpRequest { public string Path => ""; }
        }

        namespace Microsoft.Extensions.Logging
        {
            public interface ILogger { }
            public interface ILogger<T> : ILogger { }
            public static class Extensions { public static void LogInformation(this ILogger logger, string text) { } }
        }

        """;

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore.DbContext", "DbContext is not safe for several threads at once (documented)")]
    [InlineData("Microsoft.AspNetCore.Http.HttpContext", "HttpContext belongs to one thread or request (documented)")]
    public void A_documented_type_is_unsafe(string type, string reason)
    {
        Verdict verdict = In($"class Holder {{ {type} subject = null!; }}").Verdict;

        Assert.Equal((Safety.Unsafe, reason, false), (verdict.Safety, verdict.Reason, verdict.ReadsAreSafe));
    }

    [Fact]
    public void A_derived_context_is_a_context()
    {
        Verdict verdict = In("sealed class T : Microsoft.EntityFrameworkCore.DbContext { }").Verdict;

        Assert.Equal(("T is a DbContext, which is not safe for several threads at once (documented)", SendClass.Exclusive), (verdict.Reason, verdict.Class));
    }

    [Fact]
    public void A_service_with_a_context_has_the_path_to_it()
        => Assert.Equal("service → service._db is Db", In("sealed class Db : Microsoft.EntityFrameworkCore.DbContext { } sealed class T(Db db) { readonly Db _db = db; }").Verdict.ReasonFor("service"));

    [Theory]
    [InlineData("SaveChanges", "Writes")]
    [InlineData("Set", "Writes")]
    [InlineData("Orders", "Writes")]
    [InlineData("Own", "Writes")]
    [InlineData("Name", "Unknown")]
    [InlineData("Tenant", "Unknown")]
    [InlineData("Dispose", "Unknown")]
    public void Members_of_a_context(string member, string effect)
        => Assert.Equal(effect, In("sealed class T : Microsoft.EntityFrameworkCore.DbContext { public Microsoft.EntityFrameworkCore.DbSet<int> Orders => Set<int>(); public string Tenant { get; } = \"\"; public void Own() => SaveChanges(); }").EffectOf(member).ToString());

    [Theory]
    [InlineData("Request", "Reads")]
    [InlineData("RequestAborted", "None")]
    [InlineData("Abort", "Writes")]
    public void Members_of_a_request(string member, string effect)
        => Assert.Equal(effect, In("class Holder { Microsoft.AspNetCore.Http.HttpContext subject = null!; }").EffectOf(member).ToString());

    [Fact]
    public void A_method_that_uses_a_context_writes()
        => Assert.Equal(MemberEffect.Writes, In("sealed class T(Microsoft.EntityFrameworkCore.DbContext db) { public int M() => db.SaveChanges(); }").EffectOf("M"));

    [Fact]
    public void A_logger_is_safe_whatever_it_logs_for()
        => Assert.Equal(MemberEffect.Reads, In("using Microsoft.Extensions.Logging; sealed class T { public int N; readonly ILogger<T> _log = null!; public void M() => _log.LogInformation(\"\"); }").EffectOf("M"));

    private static Judged In(string code) => code.StartsWith("using", StringComparison.Ordinal)
        ? Judged.Program(code[..(code.IndexOf(';') + 1)] + "\n" + Libraries + code[(code.IndexOf(';') + 1)..])
        : Judged.Program(Libraries + code);
}
