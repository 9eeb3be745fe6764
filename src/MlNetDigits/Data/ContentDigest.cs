using System.Security.Cryptography;

namespace MlNetDigits;

/// <summary>The size and MD5 of what is in a file once it is unpacked.</summary>
/// <param name="Bytes">The size of the unpacked content.</param>
/// <param name="Md5">32 hexadecimal digits in lower case.</param>
internal sealed record ContentDigest(long Bytes, string Md5)
{
    /// <summary>Reads a whole file, raw or gzip by what is in it.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, or its packed data is damaged.</exception>
    public static ContentDigest Of(string path)
    {
        using var content = IdxContent.Open(path);
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var buffer = new byte[1 << 16];
        var bytes = 0L;
        int read;
        while ((read = content.Read(buffer)) > 0)
        {
            md5.AppendData(buffer, 0, read);
            bytes += read;
        }

        return new ContentDigest(bytes, Convert.ToHexStringLower(md5.GetHashAndReset()));
    }
}
