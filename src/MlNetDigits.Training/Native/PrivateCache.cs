using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace MlNetDigits.Training;

/// <summary>Files that this user's processes share and nobody else can change.</summary>
[SupportedOSPlatform("linux")]
internal static class PrivateCache
{
    /// <summary>The environment variable that names another folder than the user's own.</summary>
    public const string FolderVariable = "MLNETDIGITS_CACHE";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The folder for native libraries: below the named one, or in the user's local application data.</summary>
    /// <param name="named">The value of <see cref="FolderVariable"/>; null or empty if it is not set.</param>
    /// <returns>The full path, or null if this user has no such folder.</returns>
    public static string? NativeFolder(string? named)
    {
        if (!string.IsNullOrEmpty(named))
            return Path.Combine(Path.GetFullPath(named), "native");

        var data = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.IsPathFullyQualified(data) ? Path.Combine(data, "MlNetDigits", "native") : null;
    }

    /// <summary>
    /// Makes sure that the folder has a file of exactly these bytes. The name holds their hash, so that other contents
    /// get another file, and a file of that name with other contents (cut off, changed) is replaced whole: processes
    /// may do this at the same time.
    /// </summary>
    /// <param name="folder">Made if missing, for its owner only.</param>
    /// <param name="name">The file's name without the hash.</param>
    /// <param name="contents">The bytes.</param>
    /// <returns>The file's full path.</returns>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is not this user's alone.</exception>
    public static string Put(string folder, string name, byte[] contents)
    {
        Directory.CreateDirectory(folder, OwnerOnly);
        if ((File.GetUnixFileMode(folder) & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != 0)
            throw new UnauthorizedAccessException($"{folder} can be written to by other users.");

        var hash = Convert.ToHexStringLower(SHA256.HashData(contents))[..16];
        var path = Path.Combine(
            folder, $"{Path.GetFileNameWithoutExtension(name)}-{hash}{Path.GetExtension(name)}");
        if (!Holds(path, contents))
            AtomicFile.Write(path, stream => stream.Write(contents));
        return path;
    }

    private static bool Holds(string path, byte[] contents)
        => new FileInfo(path) is { Exists: true } file && file.Length == contents.Length
            && File.ReadAllBytes(path).AsSpan().SequenceEqual(contents);
}
