using System.Security.Cryptography;

namespace MlNetDigits;

/// <summary>What identifies the content of a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its SHA-256: 64 hexadecimal digits in lower case.</param>
public sealed record FileDigest(string Path, long Bytes, string Sha256)
{
    /// <summary>Reads a whole file, as it is: nothing is unpacked.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its digest.</returns>
    /// <exception cref="InvalidInputException">The file is not there, is a folder or may not be read.</exception>
    public static FileDigest Of(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = InputFile.Open(path);
        var hash = SHA256.HashData(file);
        return new FileDigest(path, file.Length, Convert.ToHexStringLower(hash));
    }
}
