namespace JoinSets.Analyzers.Sendability.Tables;

/// <summary>Plain values of the framework, and classes that never change once made.</summary>
internal static class ValueTypes
{
    internal static IReadOnlyList<SendRow> Rows { get; } =
    [
        new("System.Guid", SendClass.Immutable, "api/system.guid"),
        new("System.DateTime", SendClass.Immutable, "api/system.datetime#thread-safety"),
        new("System.DateTimeOffset", SendClass.Immutable, "api/system.datetimeoffset"),
        new("System.DateOnly", SendClass.Immutable, "api/system.dateonly"),
        new("System.TimeOnly", SendClass.Immutable, "api/system.timeonly"),
        new("System.TimeSpan", SendClass.Immutable, "api/system.timespan"),
        new("System.TimeZoneInfo", SendClass.Immutable, "api/system.timezoneinfo#remarks: an instance is immutable"),
        new("System.Half", SendClass.Immutable, "api/system.half"),
        new("System.Int128", SendClass.Immutable, "api/system.int128"),
        new("System.UInt128", SendClass.Immutable, "api/system.uint128"),
        new("System.Index", SendClass.Immutable, "api/system.index"),
        new("System.Range", SendClass.Immutable, "api/system.range"),
        new("System.Numerics.BigInteger", SendClass.Immutable, "api/system.numerics.biginteger: an immutable type"),
        new("System.Numerics.Complex", SendClass.Immutable, "api/system.numerics.complex"),
        new("System.Uri", SendClass.Immutable, "api/system.uri#thread-safety"),
        new("System.Version", SendClass.Immutable, "api/system.version"),
        new("System.Type", SendClass.Immutable, "api/system.type#thread-safety"),
        new("System.Reflection.Assembly", SendClass.Immutable, "api/system.reflection.assembly#thread-safety"),
        new("System.Reflection.MemberInfo", SendClass.Immutable, "api/system.reflection.memberinfo#thread-safety"),
        new("System.Reflection.MethodInfo", SendClass.Immutable, "api/system.reflection.methodinfo#thread-safety"),
        new("System.Reflection.PropertyInfo", SendClass.Immutable, "api/system.reflection.propertyinfo#thread-safety"),
        new("System.Reflection.FieldInfo", SendClass.Immutable, "api/system.reflection.fieldinfo#thread-safety"),
        new("System.Reflection.ConstructorInfo", SendClass.Immutable, "api/system.reflection.constructorinfo#thread-safety"),
        new("System.Text.Rune", SendClass.Immutable, "api/system.text.rune"),
        new("System.Text.CompositeFormat", SendClass.Immutable, "api/system.text.compositeformat"),
        new("System.Text.RegularExpressions.Regex", SendClass.Immutable, "api/system.text.regularexpressions.regex#thread-safety"),
        new("System.StringComparer", SendClass.Immutable, "api/system.stringcomparer"),
        new("System.Globalization.CompareInfo", SendClass.Immutable, "api/system.globalization.compareinfo"),
        new("System.Net.IPEndPoint", SendClass.ReadShareable, "api/system.net.ipendpoint: Address and Port can be set"),
        new("System.Net.IPAddress", SendClass.Immutable, "api/system.net.ipaddress"),
        new("System.Net.DnsEndPoint", SendClass.Immutable, "api/system.net.dnsendpoint"),
        new("System.Threading.CancellationToken", SendClass.Immutable, "api/system.threading.cancellationtoken#thread-safety"),
        new("System.Collections.Generic.KeyValuePair`2", SendClass.Immutable, "api/system.collections.generic.keyvaluepair-2"),
        new("System.Nullable`1", SendClass.Immutable, "api/system.nullable-1"),
        new("System.Net.Http.HttpMethod", SendClass.Immutable, "api/system.net.http.httpmethod"),
        new("System.Diagnostics.ActivitySource", SendClass.Synchronized, "api/system.diagnostics.activitysource"),
        new("System.UriBuilder", SendClass.ReadShareable, "api/system.uribuilder"),
        new("System.Security.Cryptography.HashAlgorithmName", SendClass.Immutable, "api/system.security.cryptography.hashalgorithmname"),
        new("System.Text.Json.JsonEncodedText", SendClass.Immutable, "api/system.text.json.jsonencodedtext"),
    ];
}
