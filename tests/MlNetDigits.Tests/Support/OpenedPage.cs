using System.Text.Json;
using Microsoft.Playwright;

namespace MlNetDigits.Tests.Support;

/// <summary>A page in the browser.</summary>
/// <param name="Page">The page.</param>
/// <param name="Address">Where it was opened.</param>
/// <param name="Complaints">What the browser wrote to its console, and errors.</param>
/// <param name="Requests">The addresses that it asked for.</param>
public sealed record OpenedPage(IPage Page, string Address, List<string> Complaints, List<string> Requests) : IAsyncDisposable
{
    /// <summary>The value of a script's expression.</summary>
    public async Task<T> EvaluateAsync<T>(string script)
        => (await Page.EvaluateAsync<JsonElement>(script)).Deserialize<T>(JsonSerializerOptions.Web)!;

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
