namespace JoinSets.Analyzers.Sendability.Tables;

/// <summary>Text, JSON and XML.</summary>
internal static class TextTypes
{
    internal static IReadOnlyList<SendRow> Rows { get; } =
    [
        new("System.Text.StringBuilder", SendClass.ReadShareable, "api/system.text.stringbuilder: instance members are not guaranteed to be thread safe"),
        new("System.Text.Encoder", SendClass.Exclusive, "api/system.text.encoder"),
        new("System.Text.Decoder", SendClass.Exclusive, "api/system.text.decoder"),
        new("System.Text.Json.Utf8JsonWriter", SendClass.Exclusive, "api/system.text.json.utf8jsonwriter"),
        new("System.Text.Json.JsonDocument", SendClass.Immutable, "api/system.text.json.jsondocument"),
        new("System.Text.Json.JsonElement", SendClass.Immutable, "api/system.text.json.jsonelement"),
        new("System.Text.Json.JsonSerializerOptions", SendClass.Unknown, "read-only once used"),
        new("System.Text.Json.Nodes.JsonNode", SendClass.Unknown, "a lazily parsed node writes when it is read"),
        new("System.Text.Json.Nodes.JsonObject", SendClass.ReadShareable, "standard/serialization/system-text-json/use-dom: JsonNode is mutable"),
        new("System.Text.Json.Nodes.JsonArray", SendClass.ReadShareable, "standard/serialization/system-text-json/use-dom: JsonNode is mutable"),
        new("System.Xml.XmlReader", SendClass.Exclusive, "api/system.xml.xmlreader"),
        new("System.Xml.XmlWriter", SendClass.Exclusive, "api/system.xml.xmlwriter"),
        new("System.Xml.XmlDocument", SendClass.ReadShareable, "api/system.xml.xmldocument#thread-safety"),
        new("System.Xml.XmlElement", SendClass.ReadShareable, "api/system.xml.xmldocument#thread-safety"),
        new("System.Xml.Linq.XDocument", SendClass.ReadShareable, "standard/linq/linq-xml-overview: an in-memory, modifiable tree"),
        new("System.Xml.Linq.XElement", SendClass.ReadShareable, "standard/linq/linq-xml-overview: an in-memory, modifiable tree"),
        new("System.Xml.Serialization.XmlSerializer", SendClass.Synchronized, "api/system.xml.serialization.xmlserializer#thread-safety"),
    ];
}
