namespace JoinSets.Analyzers.Sendability.Tables;

/// <summary>Properties that give a part of the object, the same each time: who changes that changes what all users of the object share, however safe the rest of it is.</summary>
internal static class Parts
{
    internal static IReadOnlyList<(string Type, string Member)> Rows { get; } =
    [
        ("System.Data.DataSet", "Relations"),
        ("System.Data.DataTable", "Columns"),
        ("System.Data.DataTable", "Constraints"),
        ("System.Data.DataTable", "Rows"),
        ("System.Net.Http.HttpClient", "DefaultRequestHeaders"),
        ("System.Xml.Linq.XDocument", "Root"),
        ("System.Xml.XmlDocument", "DocumentElement"),
    ];
}
