namespace MlNetDigits.Cli.Data;

/// <summary>How far a download is.</summary>
/// <param name="File">The name of the file that is being downloaded.</param>
/// <param name="Bytes">The bytes of it that are here, those of an earlier attempt included.</param>
/// <param name="TotalBytes">The bytes of the whole file; null if the server does not say.</param>
/// <param name="Done">Whether the file is here, checked and under its own name.</param>
internal sealed record DownloadProgress(string File, long Bytes, long? TotalBytes, bool Done);

/// <summary>What became of one file of a download.</summary>
/// <param name="Path">The file.</param>
/// <param name="WasThere">Whether it was there already, with the right content.</param>
internal sealed record DownloadedFile(string Path, bool WasThere);
