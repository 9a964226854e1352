namespace JoinSets.Samples.FirstToFinish;

/// <summary>Fetches pages over connections of its own; safe for many tasks at once.</summary>
internal sealed class PageFetcher(TimeSpan timeout) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = timeout };

    /// <summary>A status other than 2xx is an HttpRequestException, a late answer HttpClient's own OperationCanceledException.</summary>
    public async Task<Page> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        byte[] body = await _http.GetByteArrayAsync(url, cancellationToken);
        return new Page(url, body.Length);
    }

    public void Dispose() => _http.Dispose();
}
