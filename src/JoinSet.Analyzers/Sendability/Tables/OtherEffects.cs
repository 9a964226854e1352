namespace JoinSets.Analyzers.Sendability.Tables;

/// <summary>
/// What methods outside of the collections do. A method of a type that only one may use at a time writes, and so does a getter that
/// gives a part of the same kind; the rows are for the rest.
/// </summary>
internal static class OtherEffects
{
    internal static IReadOnlyList<EffectRow> Rows { get; } =
    [
        new("System.Text.StringBuilder",
            "CopyTo Equals GetChunks ToString",
            "Append AppendFormat AppendJoin AppendLine Clear EnsureCapacity Insert Remove Replace"),
        new("System.Array",
            "Clone CopyTo GetEnumerator GetValue",
            "Initialize SetValue",
            "GetLength GetLongLength GetLowerBound GetUpperBound IsFixedSize IsReadOnly IsSynchronized Length LongLength Rank SyncRoot"),
        new("System.Object", "Equals GetHashCode ToString", ignores: "GetType ReferenceEquals"),
        new("System.Buffers.ArrayBufferWriter`1", writes: "Advance Clear GetMemory GetSpan ResetWrittenCount"),
        new("System.Net.Http.Headers.HttpHeaders", "Contains GetEnumerator GetValues TryGetValues", "Add Clear Remove TryAddWithoutValidation"),
        new("System.Data.DataTable", "Compute Copy Clone Select", "AcceptChanges BeginLoadData Clear EndLoadData ImportRow Load LoadDataRow Merge RejectChanges Reset"),
        new("System.Data.DataRowCollection", "Contains CopyTo Find GetEnumerator IndexOf", "Add Clear InsertAt Remove RemoveAt"),
        new("System.Data.DataColumnCollection", "CanRemove Contains CopyTo IndexOf", "Add AddRange Clear Remove RemoveAt"),
        new("System.Data.DataRow", "GetChildRows GetParentRow HasVersion IsNull", "AcceptChanges BeginEdit CancelEdit Delete EndEdit RejectChanges SetAdded SetModified"),
        new("System.Data.DataSet", "Clone Copy GetChanges GetXml HasChanges WriteXml", "AcceptChanges Clear Load Merge ReadXml RejectChanges Reset"),
        new("System.Text.Json.Nodes.JsonNode", "DeepClone GetPath GetPropertyName GetValueKind ToJsonString ToString WriteTo"),
        new("System.Text.Json.Nodes.JsonObject", "ContainsKey GetEnumerator IndexOf TryGetPropertyValue", "Add Clear Insert Remove RemoveAt SetAt TryAdd"),
        new("System.Text.Json.Nodes.JsonArray", "Contains GetEnumerator IndexOf", "Add Clear Insert Remove RemoveAll RemoveAt RemoveRange"),
        new("Newtonsoft.Json.Linq.JContainer", "Children Descendants", "Add AddFirst Merge RemoveAll ReplaceAll"),
        new("Newtonsoft.Json.Linq.JObject", "ContainsKey GetValue Properties Property TryGetValue", "Add Remove"),
        new("Newtonsoft.Json.Linq.JArray", "Contains CopyTo IndexOf", "Add Clear Insert Remove RemoveAt"),
        new("System.Xml.Linq.XContainer", "DescendantNodes Descendants Element Elements Nodes", "Add AddFirst RemoveNodes ReplaceNodes"),
        new("System.Xml.Linq.XElement", "Attribute Attributes", "RemoveAll RemoveAttributes ReplaceAll ReplaceAttributes SetAttributeValue SetElementValue SetValue"),
        new("System.Xml.XmlNode", "Clone CloneNode SelectNodes SelectSingleNode", "AppendChild InsertAfter InsertBefore PrependChild RemoveAll RemoveChild ReplaceChild"),
        new("System.Xml.XmlElement", "GetAttribute GetAttributeNode GetElementsByTagName HasAttribute", "RemoveAllAttributes RemoveAttribute RemoveAttributeAt RemoveAttributeNode SetAttribute SetAttributeNode"),
        new("System.IO.Pipelines.PipeReader", ignores: "CancelPendingRead", open: "Complete CompleteAsync"),
        new("System.IO.Pipelines.PipeWriter", ignores: "CancelPendingFlush", open: "Complete CompleteAsync"),
        new("System.Threading.PeriodicTimer", ignores: "Period"),
        new("System.Data.IDbCommand", ignores: "Cancel"),
        new("System.Data.Common.DbCommand", ignores: "Cancel"),
        new("System.Data.Common.DbBatch", ignores: "Cancel"),
        new("System.Net.WebSockets.WebSocket", ignores: "Abort"),
        new("System.Net.WebClient", ignores: "CancelAsync"),
        new("System.Net.Mail.SmtpClient", ignores: "SendAsyncCancel"),
        new("System.Net.NetworkInformation.Ping", ignores: "SendAsyncCancel"),
        new("System.IO.MemoryStream", open: "GetBuffer ToArray TryGetBuffer WriteTo"),
        new("System.IO.StringWriter", open: "GetStringBuilder ToString"),
        new("Microsoft.AspNetCore.Http.HttpContext", ignores: "RequestAborted"),
        new("System.Windows.Threading.DispatcherObject", ignores: "CheckAccess Dispatcher VerifyAccess"),
        new("System.Windows.Forms.Control", ignores: "BeginInvoke CreateGraphics EndInvoke Invoke InvokeAsync InvokeRequired"),
    ];
}
