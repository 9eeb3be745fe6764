using System.Net;
using System.Net.Http.Headers;

namespace MlNetDigits.Cli.Data;

/// <summary>Downloads one file, continuing where an earlier attempt was cut off.</summary>
internal static class HttpFile
{
    /// <summary>Appends to the partial file if the server can continue, else starts it anew.</summary>
    /// <exception cref="InvalidInputException">The server cannot be reached, refuses, or the connection was cut.
    /// </exception>
    public static async Task FetchAsync(
        HttpClient client, Uri address, string partial, IProgress<DownloadProgress>? progress, CancellationToken cancel)
    {
        var have = File.Exists(partial) ? new FileInfo(partial).Length : 0;
        try
        {
            using var response = await AskAsync(client, address, have, cancel).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && have > 0)
            {
                // What is here is not the start of what the server has.
                File.Delete(partial);
                await FetchAsync(client, address, partial, progress, cancel).ConfigureAwait(false);
                return;
            }

            if (!response.IsSuccessStatusCode)
            {
                throw new InvalidInputException(
                    address.AbsoluteUri, $"the server answers {(int)response.StatusCode} ({response.ReasonPhrase}); "
                    + "check the address of the mirror or use another one");
            }

            var continues = response.StatusCode == HttpStatusCode.PartialContent
                && response.Content.Headers.ContentRange?.From == have;
            await SaveAsync(response, address, partial, continues ? have : 0, progress, cancel).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            throw new InvalidInputException(
                address.AbsoluteUri, $"cannot be reached ({exception.Message.TrimEnd('.')}); check the network and the "
                + "address", innerException: exception);
        }
        catch (OperationCanceledException exception) when (!cancel.IsCancellationRequested)
        {
            throw new InvalidInputException(
                address.AbsoluteUri, "the server does not answer in time; try again later", innerException: exception);
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(
        HttpClient client, Uri address, long have, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (have > 0)
            request.Headers.Range = new RangeHeaderValue(have, null);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
    }

    private static async Task SaveAsync(
        HttpResponseMessage response,
        Uri address,
        string partial,
        long have,
        IProgress<DownloadProgress>? progress,
        CancellationToken cancel)
    {
        var name = Path.GetFileName(address.LocalPath);
        var total = response.Content.Headers.ContentLength + have;
        using var body = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        using var file = new FileStream(partial, have > 0 ? FileMode.Append : FileMode.Create, FileAccess.Write);
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await ReadAsync(body, buffer, address, have, cancel).ConfigureAwait(false)) > 0)
        {
            await file.WriteAsync(buffer.AsMemory(0, read), cancel).ConfigureAwait(false);
            have += read;
            progress?.Report(new DownloadProgress(name, have, total, Done: false));
        }
    }

    // Apart from the writing, so that a full disk is not called a cut connection.
    private static async Task<int> ReadAsync(
        Stream body, byte[] buffer, Uri address, long have, CancellationToken cancel)
    {
        try
        {
            return await body.ReadAsync(buffer, cancel).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw new InvalidInputException(
                address.AbsoluteUri, $"the connection was cut after {have} bytes; they are kept, so run the download "
                + "again to continue from there", innerException: exception);
        }
    }
}
