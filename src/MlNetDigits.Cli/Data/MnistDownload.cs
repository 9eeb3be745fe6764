using System.Collections.Immutable;

namespace MlNetDigits.Cli.Data;

/// <summary>Gets MNIST from a mirror.</summary>
internal static class MnistDownload
{
    /// <summary>The mirror that still serves MNIST.</summary>
    public static Uri DefaultMirror { get; } = new("https://ossci-datasets.s3.amazonaws.com/mnist/");

    /// <summary>
    /// Downloads the packed files into a folder and checks them. A file that is there already with the right content
    /// is left alone. What was cut off stays as <c>.partial</c> and is continued by the next call.
    /// </summary>
    /// <param name="client">Does the talking; its time-out, proxy and headers are the caller's.</param>
    /// <param name="mirror">The folder of the mirror; null for <see cref="DefaultMirror"/>.</param>
    /// <param name="folder">The folder to download into; made if missing.</param>
    /// <param name="progress">Told of every piece that arrives; null if nobody wants to know.</param>
    /// <param name="files">The files to get; null for those of MNIST.</param>
    /// <param name="cancellationToken">Stops the download; what is here already stays as <c>.partial</c>.</param>
    /// <returns>The files, in the order asked for.</returns>
    /// <exception cref="InvalidInputException">The mirror cannot be reached or does not have a file, the connection was
    /// cut, or a file arrived with the wrong content (its partial file is then removed).</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">The token said so.</exception>
    public static async Task<ImmutableArray<DownloadedFile>> RunAsync(
        HttpClient client,
        Uri? mirror,
        string folder,
        IProgress<DownloadProgress>? progress = null,
        ImmutableArray<PublishedFile>? files = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Directory.CreateDirectory(folder);

        var from = WithSlash(mirror ?? DefaultMirror);
        var here = ImmutableArray.CreateBuilder<DownloadedFile>();
        foreach (var file in files ?? MnistChecksums.Files)
        {
            var path = Path.Combine(folder, file.PackedName);
            var wasThere = Holds(path, file);
            if (!wasThere)
            {
                var address = new Uri(from, file.PackedName);
                var partial = path + ".partial";

                // An attempt that was stopped after the last byte left nothing to ask the server for.
                if (!Holds(partial, file))
                {
                    await HttpFile.FetchAsync(client, address, partial, progress, cancellationToken)
                        .ConfigureAwait(false);
                }

                Check(partial, file, address);
                File.Move(partial, path, overwrite: true);
            }

            var length = new FileInfo(path).Length;
            progress?.Report(new DownloadProgress(file.PackedName, length, length, Done: true));
            here.Add(new DownloadedFile(path, wasThere));
        }

        return here.ToImmutable();
    }

    // A folder's address without its slash would lose its last part when a name is added to it.
    private static Uri WithSlash(Uri mirror)
        => mirror.AbsoluteUri.EndsWith('/') ? mirror : new Uri(mirror.AbsoluteUri + "/");

    private static bool Holds(string path, PublishedFile file) => File.Exists(path) && Md5OrNull(path) == file.Md5;

    private static string? Md5OrNull(string path)
    {
        try
        {
            return ContentDigest.Of(path).Md5;
        }
        catch (InvalidInputException)
        {
            // Damaged or cut short: it has no content to speak of, which is the answer.
            return null;
        }
    }

    private static void Check(string partial, PublishedFile file, Uri address)
    {
        var found = Md5OrNull(partial);
        if (found == file.Md5)
            return;
        File.Delete(partial);
        throw new InvalidInputException(
            address.AbsoluteUri, $"{file.PackedName} arrived with the wrong content: the MD5 of the unpacked file "
            + $"should be {file.Md5}, but {(found is null ? "it cannot be unpacked" : $"is {found}")}; it was removed, so "
            + "try again or use another mirror");
    }
}
