namespace JoinSets.Analyzers.Sendability.Tables;

/// <summary>Text, JSON and XML.</summary>
internal static class TextTypes
{
    internal static IReadOnlyList<SendRow> Rows { get; } =
    [
        new("System.Text.StringBuilder", SendClass.ReadShareable, "api/system.text.stringbuilder.getchunks#remarks: not thread-safe; to operate on it with concurrent threads is illegal"),
        new("System.Text.Encoder", SendClass.Exclusive, "api/system.text.encoder#remarks: maintains state between successive calls"),
        new("System.Text.Decoder", SendClass.Exclusive, "api/system.text.decoder#remarks: maintains state between successive calls"),
        new("System.Text.Json.Utf8JsonWriter", SendClass.Exclusive, "api/system.text.json.utf8jsonwriter: forward-only, non-cached writing"),
        new("System.Text.Json.JsonDocument", SendClass.Immutable, "standard/serialization/system-text-json/use-dom#json-dom-choices: the JsonDocument DOM is immutable"),
        new("System.Text.Json.JsonElement", SendClass.Immutable, "standard/serialization/system-text-json/use-dom#json-dom-choices: the JsonDocument DOM is immutable"),
        new("System.Text.Json.JsonSerializerOptions", SendClass.Unknown, "read-only once used"),
        new("System.Text.Json.Nodes.JsonNode", SendClass.ReadShareable, "api/system.text.json.nodes.jsonnode: a node within a mutable JSON document"),
        new("System.Text.Json.Nodes.JsonObject", SendClass.ReadShareable, "api/system.text.json.nodes.jsonobject: a mutable JSON object"),
        new("System.Text.Json.Nodes.JsonArray", SendClass.ReadShareable, "api/system.text.json.nodes.jsonarray: a mutable JSON array"),
        new("System.Xml.XmlReader", SendClass.Exclusive, "api/system.xml.xmlreader#remarks: forward-only access; its properties reflect the current node"),
        new("System.Xml.XmlWriter", SendClass.Exclusive, "api/system.xml.xmlwriter: a fast, non-cached, forward-only way to write"),
        new("System.Xml.XmlDocument", SendClass.ReadShareable, "api/system.xml.xmldocument: to load, validate, edit and add XML in a document"),
        new("System.Xml.XmlElement", SendClass.ReadShareable, "api/system.xml.xmlnode.appendchild: adds a node to the children of this one"),
        new("System.Xml.Linq.XDocument", SendClass.ReadShareable, "standard/linq/linq-xml-overview: a document in memory that can be modified"),
        new("System.Xml.Linq.XElement", SendClass.ReadShareable, "standard/linq/linq-xml-overview: a document in memory that can be modified"),
        new("System.Xml.Serialization.XmlSerializer", SendClass.Synchronized, "api/system.xml.serialization.xmlserializer#thread-safety"),
        new("System.Resources.ResourceManager", SendClass.Synchronized, "api/system.resources.resourcemanager#thread-safety"),
    ];
}
